package dev.berth.render;

import dev.berth.plan.GroupPlan;
import dev.berth.plan.ModelPlan;
import dev.berth.plan.Plan;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the router calls the models: one backend for each, whose name is a label of its metrics. */
final class RouterBackends {

    private static final int DIGEST_DIGITS = 4;

    private final Map<String, Long> uses;

    RouterBackends(Plan plan) {
        uses = plan.groups().stream()
                .flatMap(group -> group.models().stream().map(model -> plain(group, model)))
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    }

    /** {@code m_default_llama3_1_8b}; the digest tells apart what would have one name. */
    String name(GroupPlan group, ModelPlan model) {
        String name = plain(group, model);
        return uses.getOrDefault(name, 0L) > 1
                ? name + "_" + model.model().digest().substring(0, DIGEST_DIGITS)
                : name;
    }

    List<String> names(GroupPlan group, List<ModelPlan> models) {
        return models.stream().map(model -> name(group, model)).toList();
    }

    private static String plain(GroupPlan group, ModelPlan model) {
        return ("m_" + group.name() + "_" + model.name())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_");
    }
}
