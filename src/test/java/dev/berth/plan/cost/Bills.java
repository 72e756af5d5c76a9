package dev.berth.plan.cost;

import dev.berth.catalog.Catalog;
import dev.berth.load.CatalogLoader;
import dev.berth.load.EnvironmentLoader;
import dev.berth.model.Count;
import dev.berth.model.Environment;
import dev.berth.model.Gib;
import dev.berth.model.Range;
import dev.berth.plan.Plans;
import dev.berth.plan.decision.Decision;
import dev.berth.source.Problem;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Costs of environments that tests put together from parts. */
final class Bills {

    private static final Path NOWHERE = Path.of("target/no-project");

    private Bills() {}

    /** The catalogue with prices of a user's own. */
    static Catalog withPrices(Path project, String prices) throws IOException {
        Path file = project.resolve("values/catalog/prices.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "sources: { ours: { text: our invoice, date: \"2026-11-01\" } }\n" + prices);
        return ((Result.Ok<CatalogLoader.Loaded>) CatalogLoader.load(project))
                .value()
                .catalog();
    }

    static Environment environment(Catalog catalog, String regions, String more) {
        String text = "apiVersion: berth.dev/v1\nazure: { regions: [" + regions + "] }\nmodels: [{ name: gemma2:2b }]\n"
                + more;
        return ((Result.Ok<Environment>) EnvironmentLoader.check(NOWHERE, catalog, Plans.schema(), "test", text))
                .value();
    }

    static CostPlan of(Catalog catalog, String regions, Paid paid) {
        return new CostPlanner(environment(catalog, regions, ""), catalog).plan(paid, new Problems());
    }

    /** What a budget says of the cost. */
    static List<Problem> budget(Catalog catalog, double usd, Paid paid) {
        Problems problems = new Problems();
        new CostPlanner(environment(catalog, "eastus", "budget: { monthlyUsd: " + usd + " }\n"), catalog)
                .plan(paid, problems);
        return problems.toList();
    }

    static Decision<Integer> nodes(int number) {
        return decision("nodes." + number, number);
    }

    static Decision<Range<Count>> nodes(double low, double mid, double high) {
        return decision("nodes", Range.derived(new Count(low), new Count(mid), new Count(high)));
    }

    static PaidPool gpu(int floor, int ceiling) {
        return PaidPool.listed("gpu", "Standard_NC4as_T4_v3", nodes(floor), nodes(ceiling));
    }

    static PaidPool gpu(int floor, int ceiling, Decision<Range<Count>> expected) {
        return new PaidPool(
                "gpu", "Standard_NC4as_T4_v3", Optional.empty(), nodes(floor), nodes(ceiling), Optional.of(expected));
    }

    static PaidPool cpu(String name, int nodes) {
        return PaidPool.listed(name, "Standard_D4ds_v5", nodes(nodes), nodes(nodes));
    }

    static PaidShare share(String name, int gib, int iops, int mibps) {
        return new PaidShare(name, decision(name, new Gib(gib)), iops, mibps, List.of());
    }

    private static <T> Decision<T> decision(String id, T value) {
        return Decision.derived(id, value, value.toString())
                .from(Plans.catalog().platform().hoursPerMonth(), "hours")
                .by("chosen by the test");
    }
}
