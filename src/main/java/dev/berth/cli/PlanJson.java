package dev.berth.cli;

import dev.berth.catalog.LlmModel;
import dev.berth.catalog.PlatformFacts.ScalingRate;
import dev.berth.model.Quantity;
import dev.berth.model.Range;
import dev.berth.model.Setting;
import dev.berth.plan.ModelPlan;
import dev.berth.plan.Plan;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.decision.Input;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A plan for programs: what is planned, and every decision with its value, formula and inputs. */
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

    private static ObjectNode model(ModelPlan plan) {
        LlmModel model = plan.model();
        ObjectNode node = JSON.objectNode();
        node.put("name", model.name());
        node.put("keep", plan.request().keep().value().key());
        node.put("group", plan.request().group().value());
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
        model.document().ifPresent(said -> {
            ObjectNode document = node.putObject("document");
            document.put("sizeGb", said.sizeGb());
            document.put("inUseGb", said.inUseGb());
        });
        return node;
    }

    private static ObjectNode decision(Decision<?> decision) {
        ObjectNode node = JSON.objectNode();
        value(node, decision.value());
        node.put("shown", decision.shown());
        node.put("basis", decision.basis().word());
        node.put("formula", decision.formula());
        ArrayNode inputs = node.putArray("inputs");
        decision.inputs().forEach(input -> inputs.add(input(input)));
        return node;
    }

    private static void value(ObjectNode node, Object value) {
        if (value instanceof Integer number) {
            node.put("value", number);
        } else if (value instanceof Boolean on) {
            node.put("value", on);
        } else if (value instanceof Quantity<?> quantity) {
            node.put("value", rounded(quantity));
            node.put("unit", quantity.unit());
        } else if (value instanceof Range<?> range) {
            ObjectNode ends = node.putObject("value");
            ends.put("low", rounded(range.low()));
            ends.put("mid", rounded(range.mid()));
            ends.put("high", rounded(range.high()));
            node.put("unit", range.mid().unit());
        } else if (value instanceof ScalingRate rate) {
            ObjectNode parts = node.putObject("value");
            parts.put("pods", rate.pods());
            rate.percent().ifPresent(percent -> parts.put("percent", percent));
            parts.put("periodSeconds", rate.period().whole());
            parts.put("stabilizationSeconds", rate.stabilization().whole());
        } else if (!AzureJson.put(node, value)) {
            throw new IllegalStateException("a decision of a kind that has no JSON form: " + value.getClass());
        }
    }

    /** Four decimals say more than any figure of the catalogue knows. */
    private static double rounded(Quantity<?> quantity) {
        return Double.parseDouble(quantity.digits(4));
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
