package dev.berth.load;

import dev.berth.source.Code;
import dev.berth.source.Nearest;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The {@code values} folder: one file for each environment, and one with what they share. */
record ValuesFolder(List<ValueFile> environments, Optional<Path> defaults) {

    static final String NAME = "values";
    static final String DEFAULTS = "values/defaults.yaml";

    static Result<ValuesFolder> find(Path root) {
        Problems problems = new Problems();
        if (!Files.isDirectory(root.resolve(NAME))) {
            problems.add(
                    Code.VALUES_MISSING,
                    SourceFile.unread(NAME).start(),
                    "there is no folder `values` in " + root,
                    "run `berth init` there, or name the project with `--root`");
            return new Result.Failed<>(problems.toList());
        }
        List<ValueFile> environments = new ArrayList<>();
        for (Path path : Folder.list(root.resolve(NAME), NAME, problems)) {
            String file = String.valueOf(path.getFileName());
            if (file.endsWith(".yml")) {
                problems.add(
                        Code.FILE_NAME,
                        SourceFile.unread(NAME + "/" + file).start(),
                        "a value file ends in `.yaml`",
                        "rename it to `" + file.replace(".yml", ".yaml") + "`");
            } else if (file.endsWith(".yaml") && !file.equals("defaults.yaml")) {
                environments.add(new ValueFile(file.replace(".yaml", ""), path, NAME + "/" + file));
            }
        }
        Path defaults = root.resolve(DEFAULTS);
        return problems.result(() -> new ValuesFolder(
                List.copyOf(environments), Files.exists(defaults) ? Optional.of(defaults) : Optional.empty()));
    }

    /** The file of one environment. */
    Result<ValueFile> named(String environment) {
        List<String> known = environments.stream().map(ValueFile::environment).toList();
        return environments.stream()
                .filter(file -> file.environment().equals(environment))
                .findFirst()
                .map(Result::ok)
                .orElseGet(() -> Result.failed(
                        Code.ENVIRONMENT_UNKNOWN,
                        SourceFile.unread(NAME + "/" + environment + ".yaml").start(),
                        "there is no environment `" + environment + "`",
                        Nearest.hint(environment, known)));
    }
}
