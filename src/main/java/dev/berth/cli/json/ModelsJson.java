package dev.berth.cli.json;

import dev.berth.catalog.LlmModel;
import dev.berth.plan.Plan;
import dev.berth.plan.group.GroupPlan;
import dev.berth.plan.memory.ModelPlan;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The models: what the catalogue knows of them, where they are at home, what is asked of them. */
final class ModelsJson {

    private ModelsJson() {}

    static ArrayNode of(Plan plan) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (GroupPlan group : plan.groups()) {
            DemandJson demand = new DemandJson(plan.demand(), group.waits());
            group.models().forEach(model -> {
                ObjectNode node = all.addObject();
                put(node, model);
                put(node, model.model());
                homes(group, model).forEach(node.putArray("homes")::add);
                demand.put(node, model);
            });
        }
        return all;
    }

    private static void put(ObjectNode node, ModelPlan plan) {
        node.put("name", plan.name());
        node.put("keep", plan.request().keep().value().key());
        node.put("group", plan.request().group().value());
        node.put("context", plan.context().value());
        node.put("slots", plan.slots().value());
        node.set("gpuMemoryGib", FigureJson.of(plan.residency().value()));
    }

    private static void put(ObjectNode node, LlmModel model) {
        node.put("digest", model.digest());
        node.put("family", model.family());
        model.parameters().ifPresent(parameters -> node.put("parameters", parameters));
        node.put("quantization", model.quantization());
        node.put("layers", model.layers());
        node.put("heads", model.heads());
        node.put("kvHeads", model.kvHeads());
        node.put("headDimension", model.headDimension());
        node.put("embeddingLength", model.embeddingLength());
        node.put("contextLimit", model.contextLimit());
        model.document()
                .ifPresent(said ->
                        node.putObject("document").put("sizeGb", said.sizeGb()).put("inUseGb", said.inUseGb()));
    }

    private static IntStream homes(GroupPlan group, ModelPlan model) {
        return IntStream.range(0, group.homes().size())
                .filter(ordinal -> group.homes().get(ordinal).homes().stream()
                        .anyMatch(home -> home.name().equals(model.name())));
    }
}
