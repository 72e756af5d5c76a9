package dev.berth.plan.start;

import dev.berth.catalog.Catalog;
import dev.berth.model.Environment;
import dev.berth.model.Range;
import dev.berth.model.Seconds;
import dev.berth.model.Throughput;
import dev.berth.plan.decision.Decision;
import dev.berth.source.Problems;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Derives how long starts take, and the timeouts that follow from it. */
public final class StartPlanner {

    private final Catalog catalog;

    public StartPlanner(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * @param prompts how long a usual prompt is read, by the model's name
     * @param answers how long usual answers take, of the models that people ask
     */
    public StartPlan plan(
            Environment environment,
            List<StartingGroup> groups,
            Map<String, Decision<Range<Seconds>>> prompts,
            List<Decision<Range<Seconds>>> answers,
            Problems problems) {
        Decision<Throughput> share =
                ShareThroughput.of(environment.share(), catalog.azure().modelsShare());
        SortedMap<String, LoadTime> loads = loads(groups, share);
        ColdStarts coldStarts =
                new ColdStarts(catalog.platform().start(), catalog.platform().scaleUp());
        List<ColdStart> starts =
                groups.stream().map(group -> coldStarts.of(group, loads)).toList();
        Timeouts timeouts = new TimeoutPlanner(catalog)
                .plan(
                        loads.values(),
                        starts,
                        groups,
                        answers,
                        ShareFill.of(groups, share, catalog),
                        environment.webUi().exposure());
        StartChecks checks = new StartChecks(catalog, timeouts, starts);
        checks.check(environment.webUi().exposure(), problems);
        return new StartPlan(
                share,
                List.copyOf(loads.values()),
                loads.values().stream()
                        .map(load -> FirstAnswer.of(
                                load,
                                Objects.requireNonNull(prompts.get(load.model()), load.model()),
                                catalog.platform().start().document()))
                        .toList(),
                starts,
                timeouts,
                checks.risks());
    }

    private SortedMap<String, LoadTime> loads(List<StartingGroup> groups, Decision<Throughput> share) {
        LoadTimes times =
                new LoadTimes(catalog.platform().start().load(), catalog.azure().modelsShare(), share);
        SortedMap<String, LoadTime> loads = new TreeMap<>();
        groups.forEach(group -> group.models().forEach(model -> loads.put(model.name(), times.of(model, group))));
        return loads;
    }
}
