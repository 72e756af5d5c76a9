package dev.berth.cli.json;

import dev.berth.plan.Plan;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The quotas of Azure that an environment counts against. */
final class QuotaJson {

    private QuotaJson() {}

    static ObjectNode of(Plan plan) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode accepted = node.putArray("accepted");
        // In the order of the value file; a quota that nothing of the environment counts against is left out.
        plan.environment()
                .azure()
                .quota()
                .forEach(quota -> plan.quota().accepted().stream()
                        .filter(enough -> enough.quota().equals(quota))
                        .forEach(enough -> accepted.addObject()
                                .put("region", quota.region())
                                .put("quota", quota.family())
                                .put("neededVcpus", enough.needed().value())
                                .put("statedVcpus", quota.vcpus().value())));
        ArrayNode notStated = node.putArray("notStated");
        plan.quota()
                .notStated()
                .forEach(missing ->
                        notStated.addObject().put("region", missing.region()).put("quota", missing.quota()));
        return node;
    }
}
