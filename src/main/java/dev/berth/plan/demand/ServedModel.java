package dev.berth.plan.demand;

import dev.berth.catalog.LlmModel;
import dev.berth.model.ModelRequest;
import java.util.Comparator;

/** A model that an environment serves. */
public record ServedModel(ModelRequest request, LlmModel model) {

    static final Comparator<ServedModel> SMALLEST_FIRST = Comparator.comparing(
                    (ServedModel served) -> served.model().weights())
            .thenComparing(ServedModel::name);

    public String name() {
        return model.name();
    }

    /** Whether it answers in words. */
    boolean answers() {
        return !model.embedding();
    }
}
