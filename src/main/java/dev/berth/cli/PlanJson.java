package dev.berth.cli;

import dev.berth.model.Setting;
import dev.berth.plan.Decision;
import dev.berth.plan.Input;
import dev.berth.plan.ModelPlan;
import dev.berth.plan.Plan;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A plan for programs: what is planned, and every decision with its formula and inputs. */
final class PlanJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PlanJson() {}

    static String print(Plan plan) {
        ObjectNode root = JSON.objectNode();
        root.put("environment", plan.environment().name());
        ArrayNode regions = root.putArray("regions");
        plan.environment().azure().regions().forEach(region -> regions.add(region.value()));
        ArrayNode models = root.putArray("models");
        plan.models().forEach(model -> models.add(model(model)));
        root.put("gpuFloorUsdPerMonth", Math.round(plan.gpuFloor().amount()));
        root.put("gpuCeilingUsdPerMonth", Math.round(plan.gpuCeiling().amount()));
        ObjectNode decisions = root.putObject("decisions");
        plan.decisions().forEach((id, decision) -> decisions.set(id, decision(decision)));
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static ObjectNode model(ModelPlan model) {
        ObjectNode node = JSON.objectNode();
        node.put("name", model.name());
        node.put("keep", model.isKeptAlways() ? "always" : "onDemand");
        node.put("group", model.request().group().value());
        node.put("digest", model.model().digest());
        return node;
    }

    private static ObjectNode decision(Decision<?> decision) {
        ObjectNode node = JSON.objectNode();
        node.put("value", decision.shown());
        node.put("basis", decision.basis().word());
        node.put("formula", decision.formula());
        ArrayNode inputs = node.putArray("inputs");
        decision.inputs().forEach(input -> inputs.add(input(input)));
        return node;
    }

    private static ObjectNode input(Input input) {
        ObjectNode node = JSON.objectNode();
        if (input instanceof Input.FromDecision from) {
            node.put("decision", from.decision().id());
        } else if (input instanceof Input.FromCatalog from) {
            node.put("figure", from.citation().row() + " " + from.figure());
            node.put("value", from.value());
            node.put("at", from.citation().at().toString());
            node.put("source", from.citation().source());
            node.put("date", from.citation().date());
        } else if (input instanceof Input.FromSetting from) {
            Setting<?> setting = from.setting();
            node.put("field", setting.path().toString());
            node.put("value", String.valueOf(setting.value()));
            node.put("at", setting.at().toString());
        }
        return node;
    }
}
