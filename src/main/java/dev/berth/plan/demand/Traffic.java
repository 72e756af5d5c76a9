package dev.berth.plan.demand;

import dev.berth.catalog.Profiles.Week;
import dev.berth.model.Range;
import dev.berth.model.RequestRate;
import dev.berth.model.Seconds;

/**
 * Requests of one kind that reach a model.
 *
 * @param kind such as {@code people} or {@code titles}
 * @param peak in the busiest hour of a region
 * @param service how long a slot works on one
 */
public record Traffic(String kind, RequestRate peak, Range<Seconds> service, Week week) {

    /** Requests a second. */
    double arrivals(Moment moment) {
        return peak.perSecond() * moment.shareOf(week);
    }
}
