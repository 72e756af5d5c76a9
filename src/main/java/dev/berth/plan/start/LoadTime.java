package dev.berth.plan.start;

import dev.berth.model.Range;
import dev.berth.model.Seconds;
import dev.berth.plan.decision.Decision;
import java.util.Optional;

/**
 * How long a replica takes to load a model.
 *
 * @param cold from the share
 * @param warm from the page cache of the node; absent where a replica has no memory for the file
 */
public record LoadTime(String model, Decision<Range<Seconds>> cold, Optional<Decision<Range<Seconds>>> warm) {}
