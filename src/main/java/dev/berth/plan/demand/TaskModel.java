package dev.berth.plan.demand;

import dev.berth.model.Keep;
import dev.berth.plan.decision.Decision;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Derives which model answers what Open WebUI asks by itself: a small one that is there, at all times if there is one. */
final class TaskModel {

    private static final Map<Keep, String> WORDS = Map.of(Keep.ALWAYS, "always", Keep.SCHEDULE, "by schedule");

    private TaskModel() {}

    /** Absent where no model answers in words. */
    static Optional<Decision<String>> among(List<ServedModel> models) {
        List<ServedModel> answering =
                models.stream().filter(ServedModel::answers).toList();
        for (Keep keep : List.of(Keep.ALWAYS, Keep.SCHEDULE)) {
            List<ServedModel> kept = answering.stream()
                    .filter(served -> served.request().keep().value() == keep)
                    .toList();
            if (!kept.isEmpty()) {
                return smallest(kept, "the smallest of the models kept " + WORDS.get(keep));
            }
        }
        return smallest(answering, "the smallest of all models, as all are on demand");
    }

    private static Optional<Decision<String>> smallest(List<ServedModel> models, String why) {
        return models.stream().min(ServedModel.SMALLEST_FIRST).map(smallest -> {
            Decision.Draft<String> draft = Decision.derived("webui.taskModel", smallest.name(), smallest.name());
            models.forEach(served -> draft.from(served.request().keep())
                    .from(
                            served.model().citation(),
                            "weights",
                            served.model().weights().digits(2) + " GiB"));
            return draft.by(why + ", " + smallest.model().weights().digits(2) + " GiB");
        });
    }
}
