package dev.berth.cli.json;

import dev.berth.catalog.StartFacts.DocumentTimes;
import dev.berth.model.Seconds;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.start.ColdStart;
import dev.berth.plan.start.FirstAnswer;
import dev.berth.plan.start.StartPlan;
import dev.berth.plan.start.Timeouts;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How long starts take, and the timeouts that follow. */
final class StartJson {

    private StartJson() {}

    static ObjectNode of(StartPlan start) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode coldStarts = node.putArray("coldStarts");
        start.coldStarts().forEach(coldStart -> put(coldStarts.addObject(), coldStart));
        ArrayNode answers = node.putArray("firstAnswers");
        start.firstAnswers().forEach(answer -> put(answers.addObject(), answer));
        start.firstAnswers().stream()
                .findFirst()
                .ifPresent(answer -> put(node.putObject("document"), answer.document()));
        put(node.putObject("timeoutsSeconds"), start.timeouts());
        return node;
    }

    private static void put(ObjectNode node, ColdStart start) {
        node.put("group", start.group());
        node.set("totalSeconds", FigureJson.of(start.total().value()));
        ArrayNode parts = node.putArray("parts");
        start.parts()
                .forEach(part -> parts.addObject().put("what", part.what()).set("seconds", FigureJson.of(part.time())));
    }

    private static void put(ObjectNode node, FirstAnswer answer) {
        node.put("model", answer.model());
        node.set("coldSeconds", FigureJson.of(answer.cold().value()));
        node.set("warmSeconds", FigureJson.of(answer.warm().value()));
    }

    private static void put(ObjectNode node, DocumentTimes document) {
        node.putObject("firstSeconds")
                .put("low", FigureJson.of(document.firstLow()))
                .put("high", FigureJson.of(document.firstHigh()));
        node.put("laterBelowSeconds", FigureJson.of(document.laterBelow()));
        node.putObject("nodeSeconds")
                .put("low", FigureJson.of(document.nodeLow()))
                .put("high", FigureJson.of(document.nodeHigh()));
    }

    private static void put(ObjectNode node, Timeouts timeouts) {
        put(node, "modelLoad", timeouts.modelLoad());
        put(node, "startup", timeouts.startup());
        put(node, "coldStart", timeouts.coldStart());
        put(node, "routerHold", timeouts.routerHold());
        put(node, "routerQueue", timeouts.routerQueue());
        put(node, "client", timeouts.client());
        timeouts.loadBalancer().ifPresent(idle -> put(node, "loadBalancer", idle));
        put(node, "gpuRelease", timeouts.gpuRelease());
        put(node, "fill", timeouts.fill());
        put(node, "modelsRelease", timeouts.modelsRelease());
        put(node, "stage", timeouts.stage());
        put(node, "drain", timeouts.drain());
        put(node, "grace", timeouts.grace());
        put(node, "cooldown", timeouts.cooldown());
        put(node, "cronLead", timeouts.cronLead());
    }

    private static void put(ObjectNode node, String name, Decision<Seconds> timeout) {
        node.put(name, FigureJson.of(timeout.value()));
    }
}
