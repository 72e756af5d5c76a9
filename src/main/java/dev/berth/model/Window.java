package dev.berth.model;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;

/**
 * A time of each of some days. One that ends before it begins ends on the next day.
 *
 * @param zone of both times, by its name in the IANA database
 * @param days on which it begins
 */
public record Window(Setting<LocalTime> start, Setting<LocalTime> end, Setting<String> zone, Set<DayOfWeek> days) {

    /** Whether both are open at the same times, wherever they are written. */
    public boolean isAlike(Window other) {
        return start.value().equals(other.start.value())
                && end.value().equals(other.end.value())
                && zone.value().equals(other.zone.value())
                && days.equals(other.days);
    }
}
