package dev.berth.cli.json;

import dev.berth.plan.routing.RouterPlan;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The router: the way of each model's requests, and how many may be there. */
final class RouterJson {

    private RouterJson() {}

    static ObjectNode of(RouterPlan router) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("replicas", router.facts().replicas().value());
        node.put("requestsPerModel", router.requests().value());
        node.put("connections", router.connections().value());
        node.put("memoryGib", router.memory().value().amount());
        ArrayNode routes = node.putArray("routes");
        router.routes().all().forEach(route -> {
            ArrayNode ordinals = routes.addObject()
                    .put("model", route.model().name())
                    .put("group", route.group())
                    .put("backend", route.backend())
                    .putArray("ordinals");
            route.ordinals().forEach(ordinals::add);
        });
        return node;
    }
}
