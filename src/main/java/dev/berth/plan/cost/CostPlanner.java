package dev.berth.plan.cost;

import dev.berth.catalog.Catalog;
import dev.berth.catalog.Service;
import dev.berth.model.Environment;
import dev.berth.model.Exposure;
import dev.berth.model.Range;
import dev.berth.model.Setting;
import dev.berth.model.Usd;
import dev.berth.plan.decision.Decision;
import dev.berth.source.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Derives what an environment costs. */
public final class CostPlanner {

    private final Environment environment;
    private final Catalog catalog;

    public CostPlanner(Environment environment, Catalog catalog) {
        this.environment = environment;
        this.catalog = catalog;
    }

    /** The cost, and whether it is within the budget. */
    public CostPlan plan(Paid paid, Problems problems) {
        List<Setting<String>> regions = environment.azure().regions();
        PoolLines pools = new PoolLines(regions, catalog);
        List<CostLine> gpuLines = paid.gpuPools().stream().map(pools::of).toList();
        ServiceLines services = new ServiceLines(regions, paid.shares(), catalog);
        List<CostLine> lines = new ArrayList<>(gpuLines);
        lines.add(pools.of(paid.apps()));
        lines.add(pools.of(paid.system()));
        lines.add(services.cluster());
        services().forEach(service -> services.of(service).ifPresent(lines::add));
        CostPlan plan = new CostPlan(List.copyOf(lines), total(lines), services.notCounted(), models(paid, gpuLines));
        environment.budget().ifPresent(budget -> new BudgetCheck(plan).check(budget, problems));
        return plan;
    }

    /** The load balancer serves the chat pages alone; queues are there where they scale a group. */
    private Stream<Service> services() {
        boolean isPublic = environment.webUi().exposure().value() == Exposure.PUBLIC;
        boolean hasQueues = !environment.queues().isEmpty();
        return Stream.of(Service.values())
                .filter(service -> isPublic || service != Service.LOAD_BALANCER)
                .filter(service -> hasQueues || service != Service.QUEUES);
    }

    private static CostLine total(List<CostLine> lines) {
        return new CostLine(
                "total",
                sum("floor", lines, CostLine::floor),
                sum("expected", lines, CostLine::expected),
                sum("ceiling", lines, CostLine::ceiling));
    }

    private static Decision<Range<Usd>> sum(
            String state, List<CostLine> lines, Function<CostLine, Decision<Range<Usd>>> part) {
        Amount amount = new Amount();
        lines.forEach(line -> {
            Range<Usd> cost = part.apply(line).value();
            amount.add(line.name() + " " + cost.withUnits(), cost);
        });
        return amount.as(CostLine.id("total", state))
                .fromAll(lines.stream().map(part).toList())
                .by(amount.formula());
    }

    private static List<ModelCost> models(Paid paid, List<CostLine> gpuLines) {
        return paid.models().stream()
                .filter(use -> use.requestsPerMonth() > 0)
                .map(use -> ModelCost.of(use, CostPlan.pool(use.pool(), gpuLines)))
                .toList();
    }
}
