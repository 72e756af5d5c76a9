package dev.berth.cli.json;

import dev.berth.model.Count;
import dev.berth.plan.growth.Growth;
import dev.berth.plan.growth.Lift;
import dev.berth.plan.growth.Limit;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What stops an environment first when demand grows, and the cheapest way on. */
final class GrowthJson {

    private GrowthJson() {}

    static Optional<ObjectNode> breaksFirst(Growth growth) {
        return growth.limit().map(limit -> {
            ObjectNode node = of(limit);
            growth.lift().ifPresent(lift -> put(node.putObject("lift"), lift));
            return node;
        });
    }

    private static ObjectNode of(Limit limit) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("bound", limit.bound().word());
        node.put("factor", factor(limit.factor()));
        node.putObject("problem")
                .put("code", limit.problem().code().id())
                .put("message", limit.problem().message());
        return node;
    }

    private static void put(ObjectNode node, Lift lift) {
        ArrayNode fields = node.putArray("fields");
        lift.fields().forEach(fields::add);
        node.put("factor", factor(lift.factor()));
        node.put("usdExpected", FigureJson.of(lift.expected()));
        node.put("usdCeiling", FigureJson.of(lift.ceiling()));
    }

    private static double factor(double factor) {
        return FigureJson.of(new Count(factor));
    }
}
