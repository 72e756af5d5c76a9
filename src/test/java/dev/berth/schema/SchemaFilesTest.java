package dev.berth.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.cli.Berth;
import dev.berth.source.Problem;
import dev.berth.source.Result;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Mapping;
import dev.berth.yaml.YamlNode.Scalar;
import dev.berth.yaml.YamlNode.Sequence;
import dev.berth.yaml.YamlParser;
import dev.berth.yaml.YamlPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Editors live on the schemas: every field of a file that people write explains itself. */
class SchemaFilesTest {

    private static Mapping parse(String path) {
        return (Mapping) ((Result.Ok<YamlNode>) YamlParser.parse(Resource.at(path))).value();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"values", "catalog-models", "catalog-gpu-sizes", "catalog-prices", "catalog-speeds", "plan"})
    void everyFieldHasADescription(String name) {
        Map<String, Mapping> fields = fields(name);
        assertThat(fields).hasSizeGreaterThan(3);
        fields.forEach((path, field) -> assertThat(field.textAt("description"))
                .as("description of %s", path)
                .endsWith("."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"values", "catalog-models", "catalog-gpu-sizes", "catalog-prices", "catalog-speeds"})
    void everyFieldThatPeopleWriteHasAnExample(String name) {
        fields(name)
                .forEach((path, field) -> assertThat(field.get("examples"))
                        .as("examples of %s", path)
                        .isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"values", "plan"})
    void everyNumberHasAUnit(String name) {
        List<String> wholeNumbers = new ArrayList<>();
        fields(name).forEach((path, field) -> {
            if (field.textAt("type").equals("integer")) {
                assertThat(field.textAt("x-unit")).as("unit of %s", path).isNotEmpty();
                wholeNumbers.add(path);
            }
        });
        assertThat(wholeNumbers).isNotEmpty();
    }

    /** No schema is only for the program itself. */
    @Test
    void everySchemaIsPrinted() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/schema"))) {
            for (Path file : files.toList()) {
                String subject = file.getFileName().toString().replace(".schema.json", "");
                Berth.Answer answer = Berth.run(Path.of("."), "schema", "--of", subject);
                assertThat(answer).as(subject).isEqualTo(new Berth.Answer(0, Files.readString(file)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"values", "catalog-models", "catalog-gpu-sizes", "catalog-prices", "catalog-speeds"})
    void examplesAndDefaultsOfSingleValuesKeepTheirOwnRules(String name) {
        Map<String, Mapping> fields = fields(name);
        List<String> wrong = new ArrayList<>();
        fields.forEach((field, schema) -> {
            List<YamlNode> values =
                    new ArrayList<>(((Sequence) schema.get("examples").orElseThrow()).items());
            schema.get("default").ifPresent(values::add);
            for (YamlNode value : values) {
                if (value instanceof Scalar) {
                    List<Problem> problems = new JsonSchema(schema).check(value);
                    problems.forEach(problem -> wrong.add(field + ": " + problem.message()));
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"models", "gpu-sizes", "prices", "speeds"})
    void theBuiltInCatalogueKeepsTheRulesOfItsOverrides(String name) {
        JsonSchema schema = JsonSchema.at("schema/catalog-" + name + ".schema.json");
        assertThat(schema.check(parse("catalog/" + name + ".yaml"))).isEmpty();
    }

    @Test
    void whatHasNoSchemaIsToldWhatHas() {
        assertThat(Berth.run(Path.of("."), "schema", "--of", "prices").text())
                .startsWith("Invalid value for option '--of': expected one of [values, plan, catalog-models, "
                        + "catalog-gpu-sizes, catalog-prices, catalog-speeds] but was 'prices'\n")
                .contains("values, plan, catalog-models, catalog-gpu-sizes,");
    }

    private static Map<String, Mapping> fields(String name) {
        Map<String, Mapping> fields = new TreeMap<>();
        collect("", parse("schema/" + name + ".schema.json"), fields);
        return fields;
    }

    private static void collect(String path, YamlNode node, Map<String, Mapping> fields) {
        if (node instanceof Mapping mapping) {
            mapping.get("properties")
                    .ifPresent(properties -> ((Mapping) properties).entries().forEach((key, entry) -> {
                        if (((Mapping) entry.value()).get("$ref").isEmpty()) {
                            fields.put(path + "." + key, (Mapping) entry.value());
                        }
                    }));
            mapping.entries().forEach((key, entry) -> collect(path + "." + key, entry.value(), fields));
        }
    }

    @ParameterizedTest
    @CsvSource({"values, $defs", "values, properties", "plan, $defs", "plan, properties"})
    void theSchemaIsClosedEverywhere(String name, String part) {
        Mapping root = parse("schema/" + name + ".schema.json");
        Map<String, YamlNode.Entry> parts =
                ((Mapping) root.at(YamlPath.ROOT.key(part)).orElseThrow()).entries();
        parts.forEach((key, entry) -> requireClosed(part + "." + key, entry.value()));
    }

    /** What is missing is explained by its own subschema. */
    @ParameterizedTest
    @ValueSource(
            strings = {"values", "catalog-models", "catalog-gpu-sizes", "catalog-prices", "catalog-speeds", "plan"})
    void everyRequiredFieldIsAProperty(String name) {
        requireProperties(name, parse("schema/" + name + ".schema.json"));
    }

    private static void requireProperties(String path, YamlNode node) {
        if (node instanceof Mapping mapping) {
            if (mapping.get("required").orElse(null) instanceof Sequence required) {
                required.items()
                        .forEach(field -> assertThat(mapping.at(
                                        YamlPath.ROOT.key("properties").key(((Scalar) field).text())))
                                .as("%s.%s", path, field)
                                .isPresent());
            }
            mapping.entries().forEach((key, entry) -> requireProperties(path + "." + key, entry.value()));
        }
    }

    private static void requireClosed(String path, YamlNode node) {
        if (node instanceof Mapping mapping) {
            if (mapping.textAt("type").equals("object")) {
                assertThat(mapping.get("additionalProperties"))
                        .as("additionalProperties of %s", path)
                        .isPresent();
            }
            mapping.entries().forEach((key, entry) -> requireClosed(path + "." + key, entry.value()));
        }
    }
}
