package dev.berth.render;

import dev.berth.catalog.PlatformFacts.AlertLimits;
import dev.berth.model.Seconds;
import dev.berth.model.Setting;
import dev.berth.plan.Plan;
import java.util.List;
import java.util.Optional;

/** What the values of chart {@code observability} say, in the words of the chart. */
public record ObservabilityValues(
        String environment,
        Optional<String> gitUrl,
        List<String> workloads,
        Explained<Integer> startLimit,
        AlertLimits alerts) {

    static ObservabilityValues of(Plan plan) {
        return new ObservabilityValues(
                plan.environment().name(),
                plan.environment().gitOps().url().map(Setting::value),
                plan.groups().stream()
                        .map(group -> GroupNames.of(group).workload())
                        .toList(),
                Explained.as(plan.timeouts().gpuRelease(), Seconds::whole),
                plan.platform().alerts());
    }
}
