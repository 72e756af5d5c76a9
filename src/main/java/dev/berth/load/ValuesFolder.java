package dev.berth.load;

import dev.berth.source.Code;
import dev.berth.source.Nearest;
import dev.berth.source.Problem;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The {@code values} folder: one file for each environment, and one with what they share.
 *
 * @param problems files that are not what they seem; the environments can be read nevertheless
 */
record ValuesFolder(List<ValueFile> environments, Optional<ValueFile> defaults, List<Problem> problems) {

    static final String NAME = "values";
    private static final String CATALOG = "catalog";
    static final String DEFAULTS = "defaults";
    static final String ENDING = ".yaml";

    /** The folder of a project; a project without one is a problem. */
    static Result<ValuesFolder> find(Path root) {
        if (!Files.isDirectory(root.resolve(NAME))) {
            return Result.failed(
                    Code.VALUES_MISSING,
                    SourceFile.unread(NAME).start(),
                    "there is no folder `values` in " + root.toAbsolutePath().normalize(),
                    "run `berth init` there, or name the project with `--root`");
        }
        Problems problems = new Problems();
        List<ValueFile> files = new ArrayList<>();
        for (Path path : Folder.list(root.resolve(NAME), NAME, problems)) {
            String file = String.valueOf(path.getFileName());
            if (isMisnamed(path, file)) {
                problems.add(
                        Code.FILE_NAME,
                        SourceFile.unread(NAME + "/" + file).start(),
                        "this is no value file: one ends in `.yaml`, and `values` holds no folder but `catalog`",
                        "rename it, or move it out of `values`");
            } else if (file.endsWith(ENDING)) {
                files.add(ValueFile.at(root, file.substring(0, file.length() - ENDING.length())));
            }
        }
        return Result.ok(new ValuesFolder(
                files.stream()
                        .filter(file -> !file.environment().equals(DEFAULTS))
                        .toList(),
                files.stream()
                        .filter(file -> file.environment().equals(DEFAULTS))
                        .findFirst(),
                problems.toList()));
    }

    /** What would be passed over although it looks as if it should be read. */
    private static boolean isMisnamed(Path path, String file) {
        String lower = file.toLowerCase(Locale.ROOT);
        boolean similar = lower.endsWith(".yml") || lower.endsWith(ENDING) || lower.endsWith(".json");
        boolean schema = file.endsWith(".schema.json");
        return Files.isDirectory(path)
                ? !file.equals(CATALOG) && !file.endsWith(ENDING)
                : similar && !file.endsWith(ENDING) && !schema;
    }

    /** The file of one environment. */
    Result<ValueFile> named(String environment) {
        List<String> known = environments.stream().map(ValueFile::environment).toList();
        String hint = environment.equals(DEFAULTS)
                ? "`values/defaults.yaml` holds what the environments share; "
                : environment.contains("/") || environment.contains(".") ? "write the name alone; " : "";
        return environments.stream()
                .filter(file -> file.environment().equals(environment))
                .findFirst()
                .map(Result::ok)
                .orElseGet(() -> Result.failed(
                        Code.ENVIRONMENT_UNKNOWN,
                        SourceFile.unread(NAME).start(),
                        "there is no environment `" + environment + "`",
                        hint + Nearest.hint(environment, known)));
    }
}
