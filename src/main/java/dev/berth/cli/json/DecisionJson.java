package dev.berth.cli.json;

import dev.berth.catalog.PlatformFacts.ScalingRate;
import dev.berth.model.Quantity;
import dev.berth.model.Range;
import dev.berth.model.Setting;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.decision.Input;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A decision with its value, formula and inputs. */
final class DecisionJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private DecisionJson() {}

    static ObjectNode of(Decision<?> decision) {
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
            node.put("value", FigureJson.of(quantity));
            node.put("unit", quantity.unit());
        } else if (value instanceof Range<?> range) {
            node.set("value", FigureJson.of(range));
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
