package dev.berth.catalog;

import java.util.List;

/** How demand changes over a week, by the names that everybody knows. */
public record Profiles(Week office, Week flat) {

    /**
     * A week, in shares of the busiest hour.
     *
     * @param workingDays of the seven
     * @param working each hour of a working day, from 00:00
     * @param other every hour of the other days
     */
    public record Week(int workingDays, List<Double> working, double other, Citation citation) {}
}
