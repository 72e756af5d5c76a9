package dev.berth.load;

import dev.berth.catalog.Catalog;
import dev.berth.model.Environment;
import dev.berth.schema.JsonSchema;
import dev.berth.schema.Resource;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlParser;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Loads environments from the {@code values} folder of a project. */
public final class EnvironmentLoader {

    private static final String SCHEMA = "schema/values.schema.json";

    private final Catalog catalog;
    private final ValuesFolder folder;
    private final Optional<YamlNode> defaults;
    private final JsonSchema schema = JsonSchema.at(SCHEMA);

    private EnvironmentLoader(Catalog catalog, ValuesFolder folder, Optional<YamlNode> defaults) {
        this.catalog = catalog;
        this.folder = folder;
        this.defaults = defaults;
    }

    /** Finds the value files of a project and reads what they share. */
    public static Result<EnvironmentLoader> open(Path root, Catalog catalog) {
        return ValuesFolder.find(root).then(folder -> {
            Optional<Result<YamlNode>> shared = folder.defaults()
                    .map(path -> TextFile.read(path, ValuesFolder.DEFAULTS).then(YamlParser::parse));
            return shared.isEmpty()
                    ? Result.ok(new EnvironmentLoader(catalog, folder, Optional.empty()))
                    : shared.get().map(tree -> new EnvironmentLoader(catalog, folder, Optional.of(tree)));
        });
    }

    /** The schema that value files follow, as JSON text. */
    public static String schemaText() {
        return Resource.text(SCHEMA);
    }

    /** Names of all environments, sorted. */
    public List<String> names() {
        return folder.environments().stream().map(ValueFile::environment).toList();
    }

    /** One environment, or every problem of its files. */
    public Result<Environment> load(String name) {
        return folder.named(name).then(this::load);
    }

    private Result<Environment> load(ValueFile file) {
        Problems problems = new Problems();
        file.refusedName(catalog.reservedNames()).ifPresent(problem -> problems.addAll(List.of(problem)));
        Result<Environment> environment = TextFile.read(file.path(), file.name())
                .then(text -> YamlParser.parse(text).then(tree -> check(file, text, tree)));
        problems.addAll(environment.problems());
        return environment instanceof Result.Ok<Environment> ok
                ? problems.result(ok::value)
                : new Result.Failed<>(problems.toList());
    }

    private Result<Environment> check(ValueFile file, SourceFile text, YamlNode tree) {
        YamlNode merged = defaults.map(below -> Overlay.merge(below, tree)).orElse(tree);
        Problems problems = new Problems();
        problems.addAll(schema.check(merged));
        return problems.result(() -> {
            YamlNode complete = schema.withDefaults(merged);
            return EnvironmentBinder.bind(file.environment(), text, complete, Digest.of(List.of(complete)));
        });
    }
}
