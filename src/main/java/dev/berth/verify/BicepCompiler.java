package dev.berth.verify;

import dev.berth.files.FileSet;
import dev.berth.manifest.TemporaryFolder;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The judge of all Bicep, by the compiler on the PATH. */
public final class BicepCompiler {

    /** Parameter files lead to all others: their templates, and the modules of these. */
    private static final String ENTRIES = "bicep/*/*.bicepparam";

    private final Path program;

    private BicepCompiler(Path program) {
        this.program = program;
    }

    /** @param searchPath directories to look in, as in the environment variable PATH */
    public static Optional<BicepCompiler> find(String searchPath) {
        return SearchPath.find(searchPath, "bicep").map(BicepCompiler::new);
    }

    /** What the compiler can say of files without a mistake. */
    public enum Verdict {
        SILENT,
        /** It is not the version that bicepconfig.json names: what it would say, nobody has tried. */
        OTHER_VERSION
    }

    /**
     * Its verdict, or all that the compiler has to say: mistakes in Azure's own properties are only warnings to it.
     *
     * @param files of all environments, which one process checks
     */
    public Result<Verdict> check(FileSet files) {
        try (TemporaryFolder folder = new TemporaryFolder("berth-compile")) {
            files.files().forEach((path, text) -> {
                if (path.value().startsWith("bicep/")) {
                    folder.write(path.value(), text);
                }
            });
            return lint(folder, new BicepReport(folder.path(), files));
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private Result<Verdict> lint(TemporaryFolder folder, BicepReport report) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(program.toString(), "lint", "--pattern", ENTRIES)
                .directory(folder.path().toFile())
                .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "DOTNET_CLI_TELEMETRY_OPTOUT", "1",
                        // It starts faster without; and it unpacks itself, which must not need a home.
                        "DOTNET_TieredPGO", "0",
                        "DOTNET_BUNDLE_EXTRACT_BASE_DIR",
                                folder.path().resolve("runtime").toString()));
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = exit(process);
        if (BicepReport.isOfAnotherVersion(said)) {
            return Result.ok(Verdict.OTHER_VERSION);
        }
        Problems problems = new Problems();
        problems.addAll(report.problems(said, exit));
        return problems.result(() -> Verdict.SILENT);
    }

    private static int exit(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while bicep ran", interrupted);
        }
    }
}
