package dev.berth.plan.demand;

import dev.berth.catalog.Profiles.Week;
import dev.berth.plan.schedule.OpenTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** When something is asked: how much of the busiest hour's demand there is then, and whether schedules are open. */
public sealed interface Moment {

    double shareOf(Week week);

    /** How much of the moment a schedule is open, from 0 to 1. */
    default double shareOf(OpenTime open) {
        return 1;
    }

    /** The moments that a plan is made for. */
    enum Typical implements Moment {
        /** The busiest hour of every model at once. */
        PEAK {
            @Override
            public double shareOf(Week week) {
                return 1;
            }
        },
        /** An hour on average over the week. */
        MEAN {
            @Override
            public double shareOf(Week week) {
                return week.mean();
            }
        }
    }

    /** An hour of every working day, or of every other day. */
    record Hour(boolean working, int hour, int workingDays) implements Moment {

        private static final int OF_DAY = 24;
        private static final int DAYS = 7;

        /** The hours of a working day and of another day. */
        public static List<Hour> all(int workingDays) {
            return IntStream.range(0, OF_DAY)
                    .boxed()
                    .flatMap(hour -> Stream.of(new Hour(true, hour, workingDays), new Hour(false, hour, workingDays)))
                    .toList();
        }

        /** How much of a week are hours like this one; all together are 1. */
        public double weight() {
            return (double) days() / (DAYS * OF_DAY);
        }

        private int days() {
            return working ? workingDays : DAYS - workingDays;
        }

        @Override
        public double shareOf(Week week) {
            return (working ? week.working() : week.other()).get(hour);
        }

        @Override
        public double shareOf(OpenTime open) {
            return open.share(hour, working ? 0 : workingDays, days());
        }
    }

    /** An hour on average over the time in which a schedule is open. */
    record While(OpenTime open, int workingDays) implements Moment {

        @Override
        public double shareOf(Week week) {
            List<Hour> hours = Hour.all(workingDays);
            double time = hours.stream().mapToDouble(this::weight).sum();
            return hours.stream()
                            .mapToDouble(hour -> weight(hour) * hour.shareOf(week))
                            .sum()
                    / time;
        }

        private double weight(Hour hour) {
            return hour.weight() * hour.shareOf(open);
        }
    }
}
