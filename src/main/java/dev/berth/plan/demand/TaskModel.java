package dev.berth.plan.demand;

import dev.berth.plan.decision.Decision;
import java.util.List;
import java.util.Optional;

/** Derives which model answers what Open WebUI asks by itself: a small one that is there at all times. */
final class TaskModel {

    private TaskModel() {}

    /** Absent where no model answers in words. */
    static Optional<Decision<String>> among(List<ServedModel> models) {
        List<ServedModel> answering =
                models.stream().filter(ServedModel::answers).toList();
        List<ServedModel> always =
                answering.stream().filter(ServedModel::isKeptAlways).toList();
        return always.isEmpty()
                ? smallest(answering, "the smallest of all models, as none is kept always")
                : smallest(always, "the smallest of the models kept always");
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
