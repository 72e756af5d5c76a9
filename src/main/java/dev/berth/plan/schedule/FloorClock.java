package dev.berth.plan.schedule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Says again and again how many replicas a group has at the least: at each step of the week exactly one of the times
 * strikes. So a number that somebody or something else has written lasts one step at the most.
 */
public final class FloorClock {

    /**
     * @param cron when it is said
     * @param replicas that there are at the least from then on
     */
    public record Strike(String cron, int replicas) {}

    /** The minutes of an hour at which one number is said. */
    private record Face(int replicas, SortedSet<Integer> minutes) {}

    /** The hours of a day of one face. */
    private record Hours(Face face, SortedSet<Integer> hours) {}

    private FloorClock() {}

    /**
     * @param levels when at least so many replicas are kept, by their number
     * @param least at other times
     * @param step minutes, of which an hour is a multiple
     */
    public static List<Strike> strikes(SortedMap<Integer, OpenTime> levels, int least, int step) {
        SortedMap<Integer, OpenTime> inSteps = new TreeMap<>();
        levels.forEach((replicas, open) -> inSteps.put(replicas, open.inSteps(step)));
        Map<Hours, SortedSet<Integer>> days = new LinkedHashMap<>();
        for (int day = 0; day < OpenTime.OF_WEEK / OpenTime.OF_DAY; day++) {
            for (Hours hours : hours(inSteps, least, step, day)) {
                days.computeIfAbsent(hours, key -> new TreeSet<>()).add(day);
            }
        }
        List<Strike> strikes = new ArrayList<>();
        days.forEach((hours, on) -> strikes.add(new Strike(
                CronText.at(hours.face().minutes(), step, hours.hours(), on),
                hours.face().replicas())));
        return List.copyOf(strikes);
    }

    private static List<Hours> hours(SortedMap<Integer, OpenTime> levels, int least, int step, int day) {
        Map<Face, SortedSet<Integer>> hours = new LinkedHashMap<>();
        for (int hour = 0; hour < OpenTime.OF_DAY / OpenTime.OF_HOUR; hour++) {
            SortedMap<Integer, SortedSet<Integer>> minutes = new TreeMap<>();
            for (int minute = 0; minute < OpenTime.OF_HOUR; minute += step) {
                int at = day * OpenTime.OF_DAY + hour * OpenTime.OF_HOUR + minute;
                minutes.computeIfAbsent(floor(levels, least, at), key -> new TreeSet<>())
                        .add(minute);
            }
            int now = hour;
            minutes.forEach(
                    (replicas, strikes) -> hours.computeIfAbsent(new Face(replicas, strikes), key -> new TreeSet<>())
                            .add(now));
        }
        return hours.entrySet().stream()
                .map(face -> new Hours(face.getKey(), face.getValue()))
                .toList();
    }

    private static int floor(SortedMap<Integer, OpenTime> levels, int least, int minute) {
        return levels.entrySet().stream()
                .filter(level -> level.getValue().isOpen(minute))
                .mapToInt(Map.Entry::getKey)
                .reduce(least, Math::max);
    }
}
