package dev.berth.load;

import dev.berth.model.Keep;
import dev.berth.source.Code;
import dev.berth.source.Nearest;
import dev.berth.source.Problem;
import dev.berth.source.Problems;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Mapping;
import dev.berth.yaml.YamlNode.Scalar;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Checks the windows of models. Works on the tree, so that a file with other mistakes is checked too; what has the wrong
 * type is left to the schema.
 */
final class ScheduleCheck {

    /** Of places, and UTC: what else Java knows, such as SystemV/EST5, Kubernetes does not. */
    private static final Predicate<String> ZONES =
            Predicate.<String>isEqual("UTC").or(name -> name.contains("/") && !name.startsWith("SystemV/"));

    private final Problems problems = new Problems();

    private ScheduleCheck() {}

    /** @param tree a value file with its defaults */
    static List<Problem> in(YamlNode tree) {
        ScheduleCheck found = new ScheduleCheck();
        tree.itemsAt("models").stream()
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .forEach(found::model);
        return found.problems.toList();
    }

    private void model(Mapping model) {
        boolean scheduled = model.textAt("keep").equals(Keep.SCHEDULE.key());
        Optional<YamlNode> windows = model.get("windows");
        if (scheduled && windows.isEmpty()) {
            model.get("keep")
                    .ifPresent(keep -> problems.add(
                            Code.SCHEDULE_WITHOUT_WINDOWS,
                            keep.span(),
                            "the model is kept by schedule, but no `windows` say when",
                            "add `windows: [{ start: \"08:00\", end: \"18:00\", zone: Europe/Amsterdam }]`"));
        }
        if (!scheduled && windows.isPresent()) {
            problems.add(
                    Code.SCHEDULE_WITHOUT_WINDOWS,
                    model.keySpan("windows"),
                    "the model has `windows`, but it is not kept by schedule",
                    "add `keep: schedule`, or remove them");
        }
        model.itemsAt("windows").forEach(this::window);
    }

    private void window(YamlNode window) {
        Optional<Scalar> end = window.scalarAt("end");
        end.filter(time -> time.text().equals(window.textAt("start")))
                .ifPresent(time -> problems.add(
                        Code.WINDOW_NEVER_CLOSES,
                        time.span(),
                        "the window begins and ends at " + time.text(),
                        "write another time, or `keep: always` where it is to stay open"));
        window.scalarAt("zone")
                .filter(zone -> !ZoneId.getAvailableZoneIds().contains(zone.text()) || !ZONES.test(zone.text()))
                .ifPresent(zone -> problems.add(
                        Code.UNKNOWN_ZONE,
                        zone.span(),
                        "the time zone `" + zone.text() + "` is not known",
                        hint(zone.text())));
    }

    /** One name at the most: which there are differs a little between versions of Java. */
    private static String hint(String zone) {
        List<String> known =
                ZoneId.getAvailableZoneIds().stream().filter(ZONES).sorted().toList();
        return Nearest.to(zone, known)
                        .map(name -> "did you mean `" + name + "`? ")
                        .orElse("") + "write a name of the IANA database, such as Europe/Amsterdam, or UTC";
    }
}
