package dev.berth.cli.json;

import dev.berth.model.Demand;
import dev.berth.model.Profile;
import dev.berth.model.Profile.Hourly;
import dev.berth.model.Seconds;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.demand.ModelDemand;
import dev.berth.plan.memory.ModelPlan;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What people state that they will ask of a model, and what its group makes of it.
 *
 * @param waits in the busiest hour, by model
 */
record DemandJson(List<ModelDemand> demand, SortedMap<String, Decision<Seconds>> waits) {

    void put(ObjectNode node, ModelPlan model) {
        model.request().demand().ifPresent(stated -> stated(node.putObject("demand"), stated));
        demand.stream()
                .filter(asked -> asked.model().equals(model.name()))
                .filter(asked -> asked.peak().isPresent())
                .forEach(asked -> load(node.putObject("load"), asked));
    }

    private static void stated(ObjectNode node, Demand demand) {
        node.put("peakRequestsPerMinute", FigureJson.of(demand.peak().value()));
        node.put("promptTokens", demand.promptTokens().value());
        node.put("answerTokens", demand.answerTokens().value());
        Profile profile = demand.profile().value();
        if (profile instanceof Hourly hourly) {
            ArrayNode shares = node.putArray("profile");
            hourly.shares().forEach(shares::add);
        } else if (profile instanceof Profile.Named named) {
            node.put("profile", named.key());
        }
    }

    private void load(ObjectNode node, ModelDemand asked) {
        asked.peak().ifPresent(peak -> node.put("peakRequestsPerMinute", FigureJson.of(peak.value())));
        asked.monthly().ifPresent(monthly -> node.put("requestsPerMonth", FigureJson.of(monthly.value())));
        asked.serviceTime().ifPresent(time -> node.set("serviceSeconds", FigureJson.of(time.value())));
        Optional.ofNullable(waits.get(asked.model()))
                .ifPresent(wait -> node.put("waitP95Seconds", FigureJson.of(wait.value())));
    }
}
