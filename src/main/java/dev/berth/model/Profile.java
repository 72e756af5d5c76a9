package dev.berth.model;

import java.util.List;

/** How demand changes over a day. */
public sealed interface Profile {

    /** A profile that everybody knows by name. */
    enum Named implements Profile {
        /** Working hours of working days. */
        OFFICE,
        /** Every hour like the busiest. */
        FLAT;

        /** The word in value files. */
        public String key() {
            return this == FLAT ? "flat" : "office";
        }

        /** @param key the word in value files */
        public static Named of(String key) {
            return key.equals("flat") ? FLAT : OFFICE;
        }
    }

    /** @param shares of the busiest hour, one for each hour of every day, from 00:00 */
    record Hourly(List<Double> shares) implements Profile {}
}
