package dev.berth.load;

import dev.berth.model.Demand;
import dev.berth.model.Keep;
import dev.berth.model.ModelRequest;
import dev.berth.model.Profile;
import dev.berth.model.RequestRate;
import dev.berth.model.Setting;
import dev.berth.model.Window;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.stream.Collectors;

/** Turns a checked row of {@code models} into a {@link ModelRequest}. */
final class ModelBinder {

    private ModelBinder() {}

    static ModelRequest bind(Fields row) {
        return new ModelRequest(
                row.text("name"),
                row.optionalWhole("context"),
                row.choice("keep", Keep::of),
                row.list("windows", ModelBinder::window),
                row.text("group"),
                row.optionalChild("demand").map(ModelBinder::demand));
    }

    private static Window window(Fields row) {
        return new Window(
                row.choice("start", LocalTime::parse),
                row.choice("end", LocalTime::parse),
                row.text("zone"),
                row.words("days", ModelBinder::day).stream()
                        .map(Setting::value)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class))));
    }

    /** {@code mon} and so on. */
    private static DayOfWeek day(String word) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().toLowerCase(Locale.ROOT).startsWith(word))
                .findFirst()
                .orElseThrow();
    }

    private static Demand demand(Fields fields) {
        Setting<Profile> profile = fields.isList("profile")
                ? fields.decimals("profile").map(Profile.Hourly::new)
                : fields.choice("profile", Profile.Named::of);
        return new Demand(
                fields.decimalSetting("peakRequestsPerMinute").orElseThrow().map(RequestRate::new),
                fields.whole("promptTokens"),
                fields.whole("answerTokens"),
                profile);
    }
}
