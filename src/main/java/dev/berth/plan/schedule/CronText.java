package dev.berth.plan.schedule;

import dev.berth.model.NumberRuns;
import java.util.Collection;
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
        return when + " " + (hours.size() == HOURS ? "*" : runs(hours)) + " * * " + days(days);
    }

    /** Cron's week begins with Sunday. */
    private static String days(Collection<Integer> fromMonday) {
        SortedSet<Integer> days = new TreeSet<>();
        fromMonday.forEach(day -> days.add((day + 1) % DAYS));
        return days.size() == DAYS ? "*" : runs(days);
    }

    private static String runs(SortedSet<Integer> numbers) {
        return new NumberRuns(numbers).joined(",");
    }
}
