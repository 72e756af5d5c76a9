package dev.berth.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.berth.source.Nearest;
import dev.berth.source.Problem;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import dev.berth.yaml.YamlJson;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlParser;
import java.util.List;
import java.util.Optional;

/** A JSON Schema of the jar, applied to trees that know their places. */
public final class JsonSchema {

    private final YamlNode tree;
    private final SchemaProblems problems;
    private final Schema schema;

    JsonSchema(YamlNode tree) {
        this.tree = tree;
        this.problems = new SchemaProblems(tree);
        this.schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(YamlJson.toJson(tree));
        schema.initializeValidators();
    }

    /** A schema that must be there, by its path in the jar; without {@code $schema} it is read as draft-07. */
    public static JsonSchema at(String path) {
        return find(path).orElseThrow(() -> new IllegalStateException("missing schema " + path));
    }

    /** A schema by its path in the jar. */
    public static Optional<JsonSchema> find(String path) {
        return Resource.find(path).map(file -> new JsonSchema(parse(file)));
    }

    private static YamlNode parse(SourceFile file) {
        if (YamlParser.parse(file) instanceof Result.Ok<YamlNode> ok) {
            return ok.value();
        }
        throw new IllegalStateException("broken schema " + file);
    }

    /** What is wrong with the tree, at its own places, in its reader's words. */
    public List<Problem> check(YamlNode instance) {
        List<Error> errors = schema.validate(YamlJson.toJson(instance));
        return errors.stream()
                .filter(error -> !isMistyped(error, errors))
                .map(error -> problems.describe(error, instance))
                .distinct()
                .toList();
    }

    /** A field that is missing because its name is misspelt beside: the misspelling is reported, once is enough. */
    private static boolean isMistyped(Error missing, List<Error> errors) {
        return missing.getKeyword().equals("required")
                && errors.stream()
                        .filter(error -> error.getKeyword().equals("additionalProperties"))
                        .filter(error -> error.getInstanceLocation().equals(missing.getInstanceLocation()))
                        .anyMatch(unknown -> Nearest.to(unknown.getProperty(), List.of(missing.getProperty()))
                                .isPresent());
    }

    /** The tree with the schema's defaults where it is silent; added nodes have their place in the schema. */
    public YamlNode withDefaults(YamlNode instance) {
        return new SchemaDefaults(tree).fill(instance);
    }
}
