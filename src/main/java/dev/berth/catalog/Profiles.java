package dev.berth.catalog;

import dev.berth.model.Profile;
import java.util.List;
import java.util.Optional;

/**
 * How demand changes over a week.
 *
 * @param workingDays of the seven
 * @param usualPrompt tokens of a prompt of which nobody said how long it is
 */
public record Profiles(Fact<Integer> workingDays, Fact<Week> office, Fact<Week> flat, Fact<Integer> usualPrompt) {

    private static final int DAYS = 7;

    /**
     * A week, in shares of the busiest hour.
     *
     * @param working each hour of a working day, from 00:00
     * @param other each hour of the other days
     * @param mean of all hours
     */
    public record Week(List<Double> working, List<Double> other, double mean) {

        /** @param workingDays of the seven */
        public static Week of(int workingDays, List<Double> working, List<Double> other) {
            double mean = (workingDays * mean(working) + (DAYS - workingDays) * mean(other)) / DAYS;
            return new Week(working, other, mean);
        }

        private static double mean(List<Double> shares) {
            return shares.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        }
    }

    /** The week of a profile that everybody knows by name. */
    public Optional<Fact<Week>> named(Profile profile) {
        return profile instanceof Profile.Named named
                ? Optional.of(named == Profile.Named.FLAT ? flat : office)
                : Optional.empty();
    }

    /** The week of a profile; a list of hours holds for every day. */
    public Week week(Profile profile) {
        return profile instanceof Profile.Hourly hourly
                ? Week.of(workingDays.value(), hourly.shares(), hourly.shares())
                : named(profile).orElseThrow().value();
    }
}
