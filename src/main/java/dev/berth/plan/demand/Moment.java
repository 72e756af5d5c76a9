package dev.berth.plan.demand;

import dev.berth.catalog.Profiles.Week;
import java.util.ArrayList;
import java.util.List;

/** When something is asked: how much of the busiest hour's demand there is then. */
public sealed interface Moment {

    double shareOf(Week week);

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
    record Hour(boolean working, int hour) implements Moment {

        private static final int OF_DAY = 24;
        private static final int DAYS = 7;

        /** The hours of a working day and of another day. */
        public static List<Hour> all() {
            List<Hour> hours = new ArrayList<>();
            for (int hour = 0; hour < OF_DAY; hour++) {
                hours.add(new Hour(true, hour));
                hours.add(new Hour(false, hour));
            }
            return List.copyOf(hours);
        }

        /** How much of a week are hours like this one; all together are 1. */
        public double weight(int workingDays) {
            return (double) (working ? workingDays : DAYS - workingDays) / (DAYS * OF_DAY);
        }

        @Override
        public double shareOf(Week week) {
            return (working ? week.working() : week.other()).get(hour);
        }
    }
}
