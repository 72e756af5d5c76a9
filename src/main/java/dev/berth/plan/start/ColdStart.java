package dev.berth.plan.start;

import dev.berth.model.Range;
import dev.berth.model.Seconds;
import dev.berth.plan.decision.Decision;
import java.util.List;

/**
 * How long a replica takes that needs a new node, from the request that asks for it to the first one that it can serve.
 *
 * @param total all parts one after the other
 * @param loads of the largest set of models that a replica loads when it starts; part of the total
 */
public record ColdStart(String group, Decision<Range<Seconds>> total, List<Part> parts, Part loads) {

    public ColdStart {
        parts = List.copyOf(parts);
    }

    /** One thing after the other. */
    public record Part(String what, Range<Seconds> time) {

        /** {@code node 480 (300-660)}. */
        @Override
        public String toString() {
            return what + " " + time.digits(0);
        }
    }
}
