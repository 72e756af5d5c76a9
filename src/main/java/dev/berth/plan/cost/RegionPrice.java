package dev.berth.plan.cost;

import dev.berth.catalog.Citation;
import dev.berth.catalog.Fact;
import dev.berth.catalog.Service;
import dev.berth.model.Setting;
import dev.berth.model.Usd;

/**
 * What a service costs in one region for a month.
 *
 * @param term how the cost comes about
 * @param price as the source states it
 */
record RegionPrice(String term, Usd month, Citation source, String figure, String price) {

    /** A price that somebody stated for a month. */
    static RegionPrice stated(Setting<String> region, Service service, Fact<Usd> monthly) {
        String amount = "$" + monthly.value().digits(2);
        return new RegionPrice(
                region.value() + " " + amount, monthly.value(), monthly.citation(), service.key(), amount + " a month");
    }
}
