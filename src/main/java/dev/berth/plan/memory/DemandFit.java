package dev.berth.plan.memory;

import dev.berth.model.Demand;
import dev.berth.source.Code;
import dev.berth.source.Problems;

/** Refuses a demand whose requests do not fit the context of their model: Ollama would cut them off in silence. */
final class DemandFit {

    private DemandFit() {}

    static void check(ModelPlan model, Problems problems) {
        model.request().demand().ifPresent(demand -> check(model, demand, problems));
    }

    private static void check(ModelPlan model, Demand demand, Problems problems) {
        int prompt = demand.promptTokens().value();
        int answer = demand.answerTokens().value();
        int context = model.context().value();
        if (prompt + answer > context) {
            problems.add(
                    Code.DEMAND_BEYOND_CONTEXT,
                    demand.peak().at(),
                    "a usual request for `" + model.name() + "` has " + prompt + " tokens of prompt and " + answer
                            + " of answer, its context has " + context,
                    "write a larger `context`, or fewer `promptTokens` and `answerTokens`");
        }
    }
}
