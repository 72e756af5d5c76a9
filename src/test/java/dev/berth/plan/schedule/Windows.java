package dev.berth.plan.schedule;

import dev.berth.model.Basis;
import dev.berth.model.Setting;
import dev.berth.model.Window;
import dev.berth.source.SourceFile;
import dev.berth.yaml.YamlPath;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Windows for tests. */
final class Windows {

    static final Set<DayOfWeek> WORKING = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private Windows() {}

    static Window of(String start, String end, Set<DayOfWeek> days) {
        return new Window(
                setting(LocalTime.parse(start)), setting(LocalTime.parse(end)), setting("Europe/Amsterdam"), days);
    }

    private static <T> Setting<T> setting(T value) {
        return new Setting<>(value, YamlPath.ROOT, SourceFile.unread("test").start(), Basis.PINNED);
    }

    /** Up to four, some over midnight. */
    static List<Window> random(SplittableRandom random) {
        return IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(number -> {
                    int start = random.nextInt(24 * 60);
                    int length = 1 + random.nextInt(24 * 60 - 1);
                    return of(time(start), time(start + length), days(random));
                })
                .toList();
    }

    private static String time(int minute) {
        return LocalTime.MIDNIGHT.plusMinutes(minute).toString();
    }

    private static Set<DayOfWeek> days(SplittableRandom random) {
        EnumSet<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
        Stream.of(DayOfWeek.values()).filter(day -> random.nextBoolean()).forEach(days::add);
        return days;
    }
}
