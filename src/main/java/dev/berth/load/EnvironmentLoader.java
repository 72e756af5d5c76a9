package dev.berth.load;

import dev.berth.catalog.Catalog;
import dev.berth.model.Environment;
import dev.berth.schema.JsonSchema;
import dev.berth.schema.Resource;
import dev.berth.source.Code;
import dev.berth.source.Problem;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlParser;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Loads environments from the {@code values} folder of a project. */
public final class EnvironmentLoader {

    private static final String SCHEMA = "schema/values.schema.json";
    private static final List<String> EXAMPLES = List.of("dev", "staging", "prod");

    private final ValuesFolder folder;
    private final Optional<References> references;
    private final Optional<QuotaNameCheck> quotaNames;
    private final Optional<Result<YamlNode>> defaults;
    private final JsonSchema schema;

    private EnvironmentLoader(ValuesFolder folder, Optional<Catalog> catalog, JsonSchema schema) {
        this.folder = folder;
        this.schema = schema;
        this.references = catalog.map(References::new);
        this.quotaNames = catalog.map(QuotaNameCheck::new);
        this.defaults = folder.defaults()
                .map(file -> TextFile.read(file.path(), file.name()).then(YamlParser::parse));
    }

    /**
     * Finds the value files of a project and reads what they share.
     *
     * @param catalog what names are checked against; absent when it is broken itself
     * @param schema as {@link #schema()} gives it
     */
    public static Result<EnvironmentLoader> open(Path root, Optional<Catalog> catalog, JsonSchema schema) {
        return ValuesFolder.find(root).map(folder -> new EnvironmentLoader(folder, catalog, schema));
    }

    /** The schema of value files; reading it takes longest of all, so callers may read it beside other work. */
    public static JsonSchema schema() {
        return JsonSchema.at(SCHEMA);
    }

    /** An environment whose value file is not written yet, beside those of a project. */
    public static Result<Environment> check(Path root, Catalog catalog, JsonSchema schema, String name, String text) {
        ValuesFolder folder = ValuesFolder.find(root) instanceof Result.Ok<ValuesFolder> ok
                ? ok.value()
                : new ValuesFolder(List.of(), Optional.empty(), List.of());
        EnvironmentLoader loader = new EnvironmentLoader(folder, Optional.of(catalog), schema);
        ValueFile file = ValueFile.at(root, name);
        Problems problems = new Problems();
        problems.addAll(loader.sharedProblems());
        return problems.and(loader.load(file, Result.ok(new SourceFile(file.name(), text)), List.of()));
    }

    /** The schema that value files follow, as JSON text. */
    public static String schemaText() {
        return Resource.at(SCHEMA).text();
    }

    /** The example value files that come with Berth, by the environment's name. */
    public static SortedMap<String, String> examples() {
        return new TreeMap<>(EXAMPLES.stream()
                .collect(Collectors.toMap(
                        name -> name,
                        name -> Resource.at("examples/" + name + ".yaml").text())));
    }

    /** Why no environment can have this name. */
    public static Optional<Problem> refusedName(String environment) {
        return ValueFile.at(Path.of(""), environment).refusedName();
    }

    /** Names of all environments, sorted. */
    public List<String> names() {
        return folder.environments().stream().map(ValueFile::environment).toList();
    }

    /** What is wrong with the folder as a whole, or with what the environments share. */
    public List<Problem> sharedProblems() {
        Problems problems = new Problems();
        problems.addAll(folder.problems());
        defaults.ifPresent(shared -> {
            problems.addAll(shared.problems());
            if (shared instanceof Result.Ok<YamlNode> ok) {
                // Environments add what is missing; the rest is wrong even where none reads it.
                schema.check(ok.value()).stream()
                        .filter(problem -> problem.code() != Code.MISSING_FIELD)
                        .forEach(problem -> problems.addElsewhere(List.of(problem)));
            }
        });
        return problems.toList();
    }

    /** One environment, or every problem of its own file. */
    public Result<Environment> load(String name) {
        return load(name, List.of());
    }

    /** One environment as it would be with some fields of its file changed. */
    public Result<Environment> load(String name, List<ValueChange> changes) {
        return folder.named(name).then(file -> load(file, TextFile.read(file.path(), file.name()), changes));
    }

    private Result<Environment> load(ValueFile file, Result<SourceFile> content, List<ValueChange> changes) {
        Problems problems = new Problems();
        file.refusedName().ifPresent(problem -> problems.addAll(List.of(problem)));
        return problems.and(content.then(text -> read(file.environment(), text, changes)));
    }

    private Result<Environment> read(String name, SourceFile text, List<ValueChange> changes) {
        Problems problems = new Problems();
        Optional<YamlNode> tree = YamlParser.read(text, problems).flatMap(own -> complete(own, changes, problems));
        return tree.isEmpty()
                ? new Result.Failed<>(problems.toList())
                : problems.result(() -> EnvironmentBinder.bind(name, text, tree.get(), Digest.of(List.of(tree.get()))));
    }

    private YamlNode changed(YamlNode written, List<ValueChange> changes, Problems problems) {
        YamlNode tree = written;
        for (ValueChange change : changes) {
            tree = change.in(tree, schema.withDefaults(tree), problems);
        }
        return tree;
    }

    /** The tree with what the environments share, the changes and the schema's defaults, checked. */
    private Optional<YamlNode> complete(YamlNode own, List<ValueChange> changes, Problems problems) {
        if (defaults.isPresent() && !(defaults.get() instanceof Result.Ok)) {
            // Without what the environments share, the file would seem to lack fields that it does not lack.
            return Optional.empty();
        }
        YamlNode written = defaults.map(shared -> Overlay.merge(((Result.Ok<YamlNode>) shared).value(), own))
                .orElse(own);
        YamlNode merged = changed(written, changes, problems);
        YamlNode complete = schema.withDefaults(merged);
        problems.addElsewhere(schema.check(merged));
        references.ifPresent(names -> problems.addElsewhere(names.check(complete)));
        quotaNames.ifPresent(names -> problems.addElsewhere(names.check(complete)));
        problems.addElsewhere(Contradictions.in(complete));
        problems.addElsewhere(ScheduleCheck.in(complete));
        problems.addElsewhere(QueueCheck.in(complete));
        return Optional.of(complete);
    }
}
