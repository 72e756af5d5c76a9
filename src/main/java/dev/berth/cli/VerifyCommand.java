package dev.berth.cli;

import dev.berth.files.FileSet;
import dev.berth.manifest.Manifest;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import dev.berth.verify.BicepCompiler;
import dev.berth.verify.BicepCompiler.Verdict;
import dev.berth.verify.Kubeconform;
import dev.berth.verify.RenderedChecks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code berth verify}. */
@Command(
        name = "verify",
        description =
                "Checks what every environment renders to: Helm lint, the strict schema of every object, kubeconform,"
                        + " the parameters of Bicep and its compiler.")
final class VerifyCommand extends ProjectCommand {

    @Option(
            names = "--schemas",
            paramLabel = "DIR",
            description = "Schemas for kubeconform, in its layout. Default: those that come with Berth.")
    private @Nullable Path schemas;

    VerifyCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        if (schemas != null && !Files.isDirectory(schemas)) {
            throw usage("--schemas: there is no folder " + schemas);
        }
        return with(Project.open(root()), project -> with(project.renderAll(), outcomes -> verify(outcomes, project)));
    }

    private int verify(List<Project.Outcome> outcomes, Project project) {
        String version = project.kubernetesVersion();
        FileSet files = Project.files(outcomes);
        RenderedChecks checks = new RenderedChecks(project.catalog());
        List<Result<List<Manifest>>> results = outcomes.parallelStream()
                .map(outcome -> checks.check(outcome.rendered().files()))
                .toList();
        Problems problems = new Problems();
        results.forEach(result -> problems.addAll(result.problems()));
        return with(problems.result(() -> results), checked -> {
            List<Manifest> manifests = checked.stream()
                    .flatMap(result -> ((Result.Ok<List<Manifest>>) result).value().stream())
                    .toList();
            console()
                    .out()
                    .println("helm lint and strict schemas: " + Counted.of(manifests.size(), "object") + " of "
                            + Counted.of(outcomes.size(), "environment") + ", all valid");
            return Math.max(kubeconform(manifests, version), bicep(files, outcomes.size()));
        });
    }

    private int bicep(FileSet files, int environments) {
        Optional<BicepCompiler> found = BicepCompiler.find(searchPath());
        if (found.isEmpty()) {
            console().out().println("bicep: skipped, it is not on the PATH");
            return ExitCode.FINE;
        }
        return with(found.get().check(files), verdict -> {
            console()
                    .out()
                    .println(
                            verdict == Verdict.SILENT
                                    ? "bicep: " + Counted.of(environments, "environment") + ", no diagnostic"
                                    : "bicep: skipped, it is not of the version that bicepconfig.json names");
            return ExitCode.FINE;
        });
    }

    private static String searchPath() {
        return System.getenv().getOrDefault("PATH", "");
    }

    private int kubeconform(List<Manifest> manifests, String version) {
        Optional<Kubeconform> found = Kubeconform.find(searchPath(), version);
        if (found.isEmpty()) {
            console().out().println("kubeconform: skipped, it is not on the PATH");
            return ExitCode.FINE;
        }
        return with(found.get().check(manifests, Optional.ofNullable(schemas)), summary -> {
            console().out().println("kubeconform: " + summary);
            return ExitCode.FINE;
        });
    }
}
