package dev.berth.cli.json;

import dev.berth.model.Quota;
import dev.berth.plan.Plan;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The quotas of Azure that an environment counts against. */
final class QuotaJson {

    private QuotaJson() {}

    static ObjectNode of(Plan plan) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode accepted = node.putArray("accepted");
        plan.environment()
                .azure()
                .quota()
                .forEach(quota -> needed(plan, quota)
                        .ifPresent(needed -> accepted.addObject()
                                .put("region", quota.region())
                                .put("quota", quota.family())
                                .put("neededVcpus", needed)
                                .put("statedVcpus", quota.vcpus().value())));
        ArrayNode notStated = node.putArray("notStated");
        plan.quota()
                .notStated()
                .forEach(missing ->
                        notStated.addObject().put("region", missing.region()).put("quota", missing.quota()));
        return node;
    }

    /** Absent for a quota that nothing of the environment counts against. */
    private static Optional<Integer> needed(Plan plan, Quota quota) {
        String id = "quota." + quota.region() + "." + quota.family();
        return plan.quota().accepted().stream()
                .filter(decision -> decision.id().equals(id))
                .map(decision -> decision.value())
                .findFirst();
    }
}
