package dev.berth.plan.schedule;

import dev.berth.plan.schedule.OpenTime.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * A time that KEDA keeps replicas in. It takes a window for open while its next end comes before its next start, so
 * windows of one trigger may not overlap: those that do are one here.
 *
 * @param start as cron writes it
 * @param end as cron writes it
 */
public record CronWindow(String zone, String start, String end, int replicas) {

    /** @param floors as {@link Schedule#floors} gives them */
    public static List<CronWindow> of(SortedMap<String, SortedMap<Integer, OpenTime>> floors) {
        List<CronWindow> windows = new ArrayList<>();
        floors.forEach((zone, levels) -> levels.forEach((replicas, open) -> add(windows, zone, replicas, open)));
        return List.copyOf(windows);
    }

    /** Begins so many minutes after midnight, and lasts so long. */
    private record Shape(int start, int minutes) {}

    private static void add(List<CronWindow> windows, String zone, int replicas, OpenTime open) {
        Map<Shape, List<Interval>> alike = new LinkedHashMap<>();
        for (Interval interval : open.intervals()) {
            Shape shape = new Shape(interval.from() % OpenTime.OF_DAY, interval.minutes());
            alike.computeIfAbsent(shape, key -> new ArrayList<>()).add(interval);
        }
        alike.forEach((shape, intervals) -> windows.add(new CronWindow(
                zone,
                CronText.at(
                        shape.start(),
                        days(intervals.stream().map(Interval::from).toList())),
                CronText.at(
                        (shape.start() + shape.minutes()) % OpenTime.OF_DAY,
                        days(intervals.stream().map(Interval::until).toList())),
                replicas)));
    }

    private static TreeSet<Integer> days(List<Integer> minutesOfWeek) {
        TreeSet<Integer> days = new TreeSet<>();
        minutesOfWeek.forEach(minute -> days.add(minute / OpenTime.OF_DAY));
        return days;
    }
}
