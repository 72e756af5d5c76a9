package dev.berth.cli.json;

import dev.berth.plan.Plan;
import dev.berth.plan.nodes.CpuPoolPlan;
import dev.berth.plan.nodes.PoolPlan;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The node pools of a region, with GPUs and without. */
final class PoolsJson {

    private PoolsJson() {}

    static ArrayNode of(Plan plan) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        plan.pools().forEach(pool -> put(all.addObject(), pool, plan));
        put(all.addObject(), plan.appsPool());
        put(all.addObject(), plan.systemPool());
        return all;
    }

    private static void put(ObjectNode node, PoolPlan pool, Plan plan) {
        node.put("name", pool.name());
        node.put("size", pool.size().name());
        node.put("gpus", pool.size().gpus());
        node.put("replicasPerNode", pool.replicasPerNode());
        node.put("spot", pool.isSpot());
        ObjectNode nodes =
                node.putObject("nodes").put("floor", pool.floorNodes().value());
        Optional.ofNullable(plan.expectedNodes().get(pool.name()))
                .ifPresent(expected -> nodes.set("expected", FigureJson.of(expected.value())));
        nodes.put("most", pool.maxNodes().value());
    }

    private static void put(ObjectNode node, CpuPoolPlan pool) {
        node.put("name", pool.name());
        node.put("size", pool.size().name());
        node.put("gpus", 0);
        node.put("spot", false);
        node.putObject("nodes")
                .put("floor", pool.minNodes().value())
                .put("most", pool.maxNodes().value());
    }
}
