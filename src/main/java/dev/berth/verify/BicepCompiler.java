package dev.berth.verify;

import dev.berth.files.FileSet;
import dev.berth.program.Program;
import dev.berth.program.Program.Answer;
import dev.berth.program.TemporaryFolder;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The judge of all Bicep, by the compiler on the PATH. */
public final class BicepCompiler {

    /** Parameter files lead to all others: their templates, and the modules of these. */
    private static final String ENTRIES = "bicep/*/*.bicepparam";

    private final Program program;

    private BicepCompiler(Program program) {
        this.program = program;
    }

    /** @param searchPath directories to look in, as in the environment variable PATH */
    public static Optional<BicepCompiler> find(String searchPath) {
        return Program.find(searchPath, "bicep").map(BicepCompiler::new);
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
        }
    }

    private Result<Verdict> lint(TemporaryFolder folder, BicepReport report) {
        Map<String, String> environment = Map.of(
                "DOTNET_CLI_TELEMETRY_OPTOUT", "1",
                // It starts faster without; and it unpacks itself, which must not need a home.
                "DOTNET_TieredPGO", "0",
                "DOTNET_BUNDLE_EXTRACT_BASE_DIR",
                        folder.path().resolve("runtime").toString());
        Answer answer = program.run(List.of("lint", "--pattern", ENTRIES), folder.path(), environment, "");
        String said = answer.output() + "\n" + answer.errors();
        if (BicepReport.isOfAnotherVersion(said)) {
            return Result.ok(Verdict.OTHER_VERSION);
        }
        Problems problems = new Problems();
        problems.addAll(report.problems(said, answer.exit()));
        return problems.result(() -> Verdict.SILENT);
    }
}
