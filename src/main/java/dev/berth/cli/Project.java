package dev.berth.cli;

import dev.berth.catalog.Catalog;
import dev.berth.cli.Timings.Stage;
import dev.berth.cli.report.Planned;
import dev.berth.files.FileSet;
import dev.berth.load.CatalogLoader;
import dev.berth.load.EnvironmentLoader;
import dev.berth.load.ValueChange;
import dev.berth.model.Environment;
import dev.berth.plan.Plan;
import dev.berth.plan.Planner;
import dev.berth.plan.SharedQuota;
import dev.berth.plan.growth.Growth;
import dev.berth.render.Renderer;
import dev.berth.render.output.Rendered;
import dev.berth.source.Code;
import dev.berth.source.Problem;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import dev.berth.source.Sha256;
import dev.berth.source.SourceFile;
import dev.berth.source.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The value files of one folder, and what becomes of them. */
final class Project {

    private final Result<CatalogLoader.Loaded> catalog;
    private final EnvironmentLoader environments;

    private final Timings timings;

    /** What a plan can break and still be a plan. */
    private static final Set<Code> LIMITS = Set.of(Code.QUOTA_EXCEEDED, Code.BUDGET_EXCEEDED);

    private Project(Result<CatalogLoader.Loaded> catalog, EnvironmentLoader environments, Timings timings) {
        this.catalog = catalog;
        this.environments = environments;
        this.timings = timings;
    }

    /** One environment on its whole way. */
    record Outcome(Plan plan, Rendered rendered) {}

    static Result<Project> open(Path root) {
        Timings timings = new Timings();
        return timings.time(Stage.CATALOGUE, () -> open(root, timings));
    }

    private static Result<Project> open(Path root, Timings timings) {
        ValueSchema.begin();
        Result<CatalogLoader.Loaded> catalog = CatalogLoader.load(root);
        Optional<Catalog> known = catalog instanceof Result.Ok<CatalogLoader.Loaded> ok
                ? Optional.of(ok.value().catalog())
                : Optional.empty();
        return EnvironmentLoader.open(root, known, ValueSchema.get())
                .map(environments -> new Project(catalog, environments, timings));
    }

    /** What a value file that is not written yet would give. */
    static Result<Plan> check(Path root, String environment, String text) {
        Result<CatalogLoader.Loaded> catalog = CatalogLoader.load(root);
        return catalog.then(loaded -> EnvironmentLoader.check(
                        root, loaded.catalog(), ValueSchema.get(), environment, text)
                .then(new Planner(loaded.catalog())::plan)
                .then(plan -> new SharedQuota(loaded.catalog()).check(plan, List.of(plan))));
    }

    /** What value files of a project can name; absent when it is broken. */
    static Optional<Catalog> catalog(Path root) {
        return CatalogLoader.load(root) instanceof Result.Ok<CatalogLoader.Loaded> ok
                ? Optional.of(ok.value().catalog())
                : Optional.empty();
    }

    /** How long the stages took that were gone through. */
    Timings timings() {
        return timings;
    }

    List<String> environmentNames() {
        return environments.names();
    }

    /** What the project knows of the world. */
    Catalog catalog() {
        return loaded().catalog();
    }

    /** The version of Kubernetes that is rendered for. */
    String kubernetesVersion() {
        return loaded().catalog().platform().kubernetesMinor();
    }

    Result<Outcome> render(String environment) {
        return plan(environment).map(this::render);
    }

    private Outcome render(Plan plan) {
        String input = Sha256.of(plan.environment().digest() + loaded().digest());
        return timings.time(Stage.RENDER, () -> new Outcome(plan, Renderer.render(plan, input, Version.text())));
    }

    Result<Plan> plan(String environment) {
        return plan(environment, List.of());
    }

    /** How far an environment is from its limits; empty where no model states its demand. */
    Optional<Growth> growth(Plan plan) {
        List<Plan> others = neighbours(plan.environment());
        Planner planner = new Planner(catalog());
        return Growth.of(
                plan, catalog(), environment -> planner.plan(environment).then(grown -> withQuota(grown, others)));
    }

    /** The plans of the other environments that share its quota; what cannot be planned says so itself. */
    private List<Plan> neighbours(Environment environment) {
        if (environment.azure().quota().isEmpty()) {
            return List.of();
        }
        return environments.names().parallelStream()
                .filter(name -> !name.equals(environment.name()))
                .map(name -> loadAndPlan(name, List.of()))
                .flatMap(Project::value)
                .toList();
    }

    private Result<Plan> withQuota(Plan plan, List<Plan> others) {
        return timings.time(Stage.PLAN, () -> new SharedQuota(catalog()).check(plan, others));
    }

    private static <T> Stream<T> value(Result<T> result) {
        return result instanceof Result.Ok<T> ok ? Stream.of(ok.value()) : Stream.empty();
    }

    /** The plan of an environment with some fields of its value file changed. */
    Result<Plan> plan(String environment, List<ValueChange> changes) {
        Problems problems = new Problems();
        problems.addAll(sharedProblems());
        return problems.and(
                loadAndPlan(environment, changes).then(plan -> withQuota(plan, neighbours(plan.environment()))));
    }

    /** A plan to look at: one that only its quota or budget forbids is one too. */
    Result<Planned> planned(String environment, List<ValueChange> changes) {
        Result<Plan> result = plan(environment, changes);
        if (result instanceof Result.Ok<Plan> ok) {
            return Result.ok(new Planned(ok.value(), ok.problems()));
        }
        boolean onlyLimits =
                result.problems().stream().allMatch(problem -> !problem.isError() || LIMITS.contains(problem.code()));
        return onlyLimits
                        && environments.load(environment, changes).map(Environment::withoutBudget)
                                instanceof Result.Ok<Environment> unlimited
                        && plan(Result.ok(unlimited.value())) instanceof Result.Ok<Plan> regardless
                ? Result.ok(new Planned(regardless.value(), result.problems()))
                : new Result.Failed<>(result.problems());
    }

    private Result<Plan> loadAndPlan(String environment, List<ValueChange> changes) {
        Result<Environment> loaded = timings.time(Stage.LOAD, () -> environments.load(environment, changes));
        return timings.time(Stage.PLAN, () -> {
            Result<Plan> result = plan(loaded);
            return changes.isEmpty() ? result : withoutIdleWaivers(loaded, result);
        });
    }

    /** What would be true if a field were changed may need fewer waivers. */
    private Result<Plan> withoutIdleWaivers(Result<Environment> loaded, Result<Plan> result) {
        Set<Span> idle = result.problems().stream()
                .filter(problem -> problem.code() == Code.WAIVER_WITHOUT_EFFECT)
                .map(Problem::at)
                .collect(Collectors.toSet());
        return idle.isEmpty() ? result : plan(loaded.map(environment -> environment.withoutWaiversAt(idle)));
    }

    /** Without a catalogue every name would be unknown: then the value file alone is checked. */
    private Result<Plan> plan(Result<Environment> environment) {
        return catalog instanceof Result.Ok
                ? environment.then(new Planner(loaded().catalog())::plan)
                : new Result.Failed<>(environment.problems());
    }

    /** Every environment, or the problems of all of them. */
    Result<List<Outcome>> renderAll() {
        Problems problems = new Problems();
        problems.addAll(sharedProblems());
        if (environments.names().isEmpty()) {
            problems.add(
                    Code.VALUES_MISSING,
                    SourceFile.unread("values").start(),
                    "the folder holds no environment",
                    "run `berth init`, or remove the output directories by hand if none is meant to be left");
        }
        List<Result<Plan>> planned = environments.names().parallelStream()
                .map(name -> loadAndPlan(name, List.of()))
                .toList();
        List<Plan> plans = planned.stream().flatMap(Project::value).toList();
        return problems.and(Result.all(planned.parallelStream()
                .map(result -> result.then(plan -> withQuota(plan, plans)).map(this::render))
                .toList()));
    }

    private List<Problem> sharedProblems() {
        Problems problems = new Problems();
        problems.addAll(catalog.problems());
        problems.addAll(environments.sharedProblems());
        return problems.toList();
    }

    private CatalogLoader.Loaded loaded() {
        return ((Result.Ok<CatalogLoader.Loaded>) catalog).value();
    }

    static FileSet files(List<Outcome> outcomes) {
        return FileSet.union(
                outcomes.stream().map(outcome -> outcome.rendered().files()).toList());
    }
}
