package dev.berth.cli.json;

import dev.berth.plan.Plan;
import dev.berth.plan.growth.Growth;
import dev.berth.source.Problem;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** All of a plan: what is planned, and every decision with its value, formula and inputs. */
public final class PlanJson {

    private PlanJson() {}

    /**
     * @param growth absent where no model states its demand
     * @param problems warnings, or the limits that the plan does not keep
     */
    public static String print(Plan plan, Optional<Growth> growth, List<Problem> problems) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("environment", plan.environment().name());
        ArrayNode regions = root.putArray("regions");
        plan.environment().azure().regions().forEach(region -> regions.add(region.value()));
        root.set("groups", GroupsJson.of(plan.groups()));
        root.set("models", ModelsJson.of(plan));
        plan.router().ifPresent(router -> root.set("router", RouterJson.of(router)));
        root.set("pools", PoolsJson.of(plan));
        root.set("cost", CostJson.of(plan));
        root.put("gpuFloorUsdPerMonth", Math.round(plan.gpuFloor().amount()));
        root.put("gpuCeilingUsdPerMonth", Math.round(plan.gpuCeiling().amount()));
        root.set("quota", QuotaJson.of(plan));
        root.set("start", StartJson.of(plan.start()));
        ArrayNode risks = root.putArray("risks");
        plan.start()
                .risks()
                .forEach(risk -> risks.addObject().put("id", risk.id()).put("text", risk.text()));
        ArrayNode found = root.putArray("problems");
        problems.forEach(problem -> found.addObject()
                .put("code", problem.code().id())
                .put("severity", problem.code().severity().word())
                .put("message", problem.message())
                .put("hint", problem.hint())
                .put("at", problem.at().toString()));
        ArrayNode waived = root.putArray("waived");
        plan.waived()
                .forEach(waiver -> waived.addObject()
                        .put("code", waiver.code().value())
                        .put("reason", waiver.reason().value()));
        root.put("demandStated", growth.isPresent());
        growth.flatMap(GrowthJson::breaksFirst).ifPresent(limit -> root.set("breaksFirst", limit));
        ObjectNode decisions = root.putObject("decisions");
        plan.decisions().forEach((id, decision) -> decisions.set(id, DecisionJson.of(decision)));
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }
}
