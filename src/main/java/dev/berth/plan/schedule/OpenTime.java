package dev.berth.plan.schedule;

import dev.berth.model.Seconds;
import dev.berth.model.Window;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** The minutes of a week in which something is open, by the clock on the wall; the week begins on Monday at 00:00. */
public final class OpenTime {

    static final int OF_HOUR = 60;
    static final int OF_DAY = 24 * OF_HOUR;
    static final int OF_WEEK = 7 * OF_DAY;

    /** The rules of zones change; what is told to schedulers does not depend on them. */
    private static final Instant SOME_TIME = Instant.parse("2026-01-01T00:00:00Z");

    private final BitSet open;

    /** Open minutes of each hour of the week: they are asked for often. */
    private final int[] byHour = new int[OF_WEEK / OF_HOUR];

    private OpenTime(BitSet open) {
        this.open = open;
        open.stream().forEach(minute -> byHour[minute / OF_HOUR]++);
    }

    /**
     * As long as one of the windows is open.
     *
     * @param zone whose clock it is; those of other zones are as far away as in winter
     */
    public static OpenTime of(String zone, Collection<Window> windows) {
        BitSet open = new BitSet(OF_WEEK);
        for (Window window : windows) {
            int length = Math.floorMod(
                    minute(window.end().value()) - minute(window.start().value()), OF_DAY);
            for (DayOfWeek day : window.days()) {
                int start = day.ordinal() * OF_DAY + minute(window.start().value());
                add(open, start + ahead(zone, window.zone().value()), length);
            }
        }
        return new OpenTime(open);
    }

    /** Minutes that the clock of one zone is ahead of another's. */
    private static int ahead(String zone, String other) {
        return (offset(zone) - offset(other)) / OF_HOUR;
    }

    /** Seconds, without summer time. */
    private static int offset(String zone) {
        return ZoneId.of(zone).getRules().getStandardOffset(SOME_TIME).getTotalSeconds();
    }

    private static int minute(LocalTime time) {
        return time.toSecondOfDay() / OF_HOUR;
    }

    private static void add(BitSet open, int from, int length) {
        IntStream.range(from, from + length).forEach(minute -> open.set(Math.floorMod(minute, OF_WEEK)));
    }

    /** The same, with every beginning so much earlier. */
    public OpenTime earlier(Seconds lead) {
        return widened(lead.toMinutes().minutes(), 1);
    }

    /** The same, in steps of so many minutes, at which a clock looks: open for every step that it touches. */
    public OpenTime inSteps(int minutes) {
        return widened(0, minutes);
    }

    private OpenTime widened(int lead, int step) {
        if (isAlways()) {
            return this;
        }
        BitSet wider = new BitSet(OF_WEEK);
        for (Interval interval : intervals()) {
            int from = Math.floorDiv(interval.from() - lead, step) * step;
            int to = -Math.floorDiv(-interval.from() - interval.minutes(), step) * step;
            add(wider, from, Math.min(to - from, OF_WEEK));
        }
        return new OpenTime(wider);
    }

    public OpenTime or(OpenTime other) {
        BitSet both = (BitSet) open.clone();
        both.or(other.open);
        return new OpenTime(both);
    }

    boolean isOpen(int minute) {
        return open.get(minute);
    }

    /** Minutes of a week. */
    public int minutes() {
        return open.cardinality();
    }

    public boolean isAlways() {
        return minutes() == OF_WEEK;
    }

    /** The times in which it is open without a break, by their beginning; one that is open always has none. */
    List<Interval> intervals() {
        List<Interval> intervals = new ArrayList<>();
        for (int from = 0; from < OF_WEEK; from++) {
            if (open.get(from) && !open.get(Math.floorMod(from - 1, OF_WEEK))) {
                int length = 1;
                while (open.get((from + length) % OF_WEEK)) {
                    length++;
                }
                intervals.add(new Interval(from, length));
            }
        }
        return List.copyOf(intervals);
    }

    /**
     * How much of an hour it is open, on average over the days.
     *
     * @param first of the days, from 0 for Monday
     * @param days the number of days
     */
    public double share(int hour, int first, int days) {
        int minutes = 0;
        for (int day = first; day < first + days; day++) {
            minutes += byHour[day * OF_DAY / OF_HOUR + hour];
        }
        return (double) minutes / (days * OF_HOUR);
    }

    /** @param from minute of the week */
    record Interval(int from, int minutes) {

        int until() {
            return (from + minutes) % OF_WEEK;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OpenTime time && open.equals(time.open);
    }

    @Override
    public int hashCode() {
        return open.hashCode();
    }

    @Override
    public String toString() {
        return minutes() + " minutes a week";
    }
}
