package dev.berth.bicep;

import dev.berth.catalog.Catalog;
import dev.berth.files.FileSet;
import dev.berth.source.Problem;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import dev.berth.yaml.YamlNode;
import java.util.List;

/**
 * Checks the literals of {@code main.bicepparam}: what the compiler lets pass because for it a text is a text. What is
 * missing or of another type is left to the compiler.
 */
public final class ParameterChecks {

    private static final String FILE = "/main" + ParameterFile.SUFFIX;

    private final List<ParameterCheck> checks;

    public ParameterChecks(Catalog catalog) {
        checks = List.of(
                new RegionCheck(catalog.prices()),
                new NameCheck(),
                new PoolCheck(catalog),
                new LabelCheck(),
                new AddressCheck(catalog.azure()),
                new AddressRoomCheck(),
                new ShareCheck(catalog.platform().shareMinimum()),
                new DurationCheck());
    }

    /** Everything that is wrong in the parameter files of a rendered tree. */
    public List<Problem> check(FileSet files) {
        Problems problems = new Problems();
        files.files().forEach((path, text) -> {
            if (path.value().endsWith(FILE)) {
                check(new SourceFile(path.value(), text), problems);
            }
        });
        return problems.toList();
    }

    private void check(SourceFile file, Problems problems) {
        Result<YamlNode> parameters = ParameterFile.parse(file);
        problems.addAll(parameters.problems());
        if (parameters instanceof Result.Ok<YamlNode> ok) {
            checks.forEach(check -> check.check(ok.value(), problems));
        }
    }
}
