package dev.berth.plan.scaling;

import dev.berth.model.Count;
import dev.berth.plan.decision.Decision;
import java.util.List;

/**
 * What requests for some models count as at the least, so that one of them brings the replica that it needs.
 *
 * @param models none where no model needs it
 * @param slots of all replicas together
 */
public record Wake(List<String> models, Decision<Count> slots) {}
