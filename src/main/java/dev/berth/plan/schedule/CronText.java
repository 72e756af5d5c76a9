package dev.berth.plan.schedule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Writes times as cron does: {@code minute hour day-of-month month day-of-week}. */
final class CronText {

    private static final int DAYS = 7;
    private static final int HOURS = 24;

    private CronText() {}

    /** {@code 30 7 * * 1-5}: once on each of the days, which count from 0 for Monday. */
    static String at(int minuteOfDay, Collection<Integer> days) {
        return minuteOfDay % OpenTime.OF_HOUR + " " + minuteOfDay / OpenTime.OF_HOUR + " * * " + days(days);
    }

    /** {@code 0,10 7 * * 1-5}: at these minutes of these hours of these days. */
    static String at(SortedSet<Integer> minutes, int every, SortedSet<Integer> hours, Collection<Integer> days) {
        String when = minutes.size() == OpenTime.OF_HOUR / every
                ? "*/" + every
                : String.join(",", minutes.stream().map(String::valueOf).toList());
        return when + " " + (hours.size() == HOURS ? "*" : ranges(hours)) + " * * " + days(days);
    }

    /** Cron's week begins with Sunday. */
    private static String days(Collection<Integer> fromMonday) {
        SortedSet<Integer> days = new TreeSet<>();
        fromMonday.forEach(day -> days.add((day + 1) % DAYS));
        return days.size() == DAYS ? "*" : ranges(days);
    }

    /** {@code 0-6,18-23}. */
    private static String ranges(SortedSet<Integer> numbers) {
        List<String> ranges = new ArrayList<>();
        for (int first : numbers) {
            if (numbers.contains(first - 1)) {
                continue;
            }
            int last = first;
            while (numbers.contains(last + 1)) {
                last++;
            }
            ranges.add(first == last ? String.valueOf(first) : first + "-" + last);
        }
        return String.join(",", ranges);
    }
}
