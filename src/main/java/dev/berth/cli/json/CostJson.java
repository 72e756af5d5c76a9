package dev.berth.cli.json;

import dev.berth.plan.Plan;
import dev.berth.plan.cost.CostLine;
import dev.berth.plan.cost.CostPlan;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a month costs, and what it may cost. */
final class CostJson {

    private CostJson() {}

    static ObjectNode of(Plan plan) {
        CostPlan cost = plan.cost();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode lines = node.putArray("lines");
        cost.lines().forEach(line -> put(lines.addObject().put("name", line.name()), line));
        put(node.putObject("total"), cost.total());
        ArrayNode notCounted = node.putArray("notCounted");
        cost.notCounted().forEach(missing -> {
            ArrayNode regions = notCounted
                    .addObject()
                    .put("service", missing.service().key())
                    .putArray("regions");
            missing.regions().forEach(regions::add);
        });
        ObjectNode perThousand = node.putObject("perThousandRequests");
        cost.models()
                .forEach(model -> perThousand.set(
                        model.model(), FigureJson.of(model.perThousand().value())));
        plan.environment().budget().ifPresent(budget -> node.put("budget", FigureJson.of(budget.value())));
        return node;
    }

    private static void put(ObjectNode node, CostLine line) {
        node.set("floor", FigureJson.of(line.floor().value()));
        node.set("expected", FigureJson.of(line.expected().value()));
        node.set("ceiling", FigureJson.of(line.ceiling().value()));
    }
}
