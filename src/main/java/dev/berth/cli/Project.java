package dev.berth.cli;

import dev.berth.catalog.Catalog;
import dev.berth.files.FileSet;
import dev.berth.load.CatalogLoader;
import dev.berth.load.EnvironmentLoader;
import dev.berth.plan.Plan;
import dev.berth.plan.Planner;
import dev.berth.render.Rendered;
import dev.berth.render.Renderer;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import dev.berth.source.Sha256;
import java.nio.file.Path;
import java.util.List;

/** The value files of one folder, and what becomes of them. */
final class Project {

    private final EnvironmentLoader environments;
    private final Catalog catalog;
    private final String catalogDigest;

    private Project(EnvironmentLoader environments, Catalog catalog, String catalogDigest) {
        this.environments = environments;
        this.catalog = catalog;
        this.catalogDigest = catalogDigest;
    }

    /** One environment on its whole way. */
    record Outcome(Plan plan, Rendered rendered) {}

    static Result<Project> open(Path root) {
        return CatalogLoader.load(root)
                .then(loaded -> EnvironmentLoader.open(root, loaded.catalog())
                        .map(environments -> new Project(environments, loaded.catalog(), loaded.digest())));
    }

    Catalog catalog() {
        return catalog;
    }

    List<String> environmentNames() {
        return environments.names();
    }

    Result<Plan> plan(String environment) {
        return environments.load(environment).then(new Planner(catalog)::plan);
    }

    Result<Outcome> render(String environment) {
        return plan(environment).map(plan -> {
            String input = Sha256.of(plan.environment().digest() + catalogDigest);
            return new Outcome(plan, Renderer.render(plan, input, Version.text()));
        });
    }

    /** Every environment, or the problems of all of them. */
    Result<List<Outcome>> renderAll() {
        List<Result<Outcome>> results =
                environments.names().parallelStream().map(this::render).toList();
        Problems problems = new Problems();
        results.forEach(result -> problems.addAll(result.problems()));
        return problems.result(() -> results.stream()
                .map(result -> ((Result.Ok<Outcome>) result).value())
                .toList());
    }

    static FileSet files(List<Outcome> outcomes) {
        return FileSet.union(
                outcomes.stream().map(outcome -> outcome.rendered().files()).toList());
    }
}
