package dev.berth.cli.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.model.Environment;
import dev.berth.plan.Plan;
import dev.berth.plan.Planner;
import dev.berth.plan.Plans;
import dev.berth.plan.SharedQuota;
import dev.berth.plan.ValueFileGenerator;
import dev.berth.plan.growth.Growth;
import dev.berth.schema.JsonSchema;
import dev.berth.schema.Resource;
import dev.berth.source.Problem;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import dev.berth.testing.Seeds;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Mapping;
import dev.berth.yaml.YamlNode.Sequence;
import dev.berth.yaml.YamlParser;
import dev.berth.yaml.YamlPath;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs rely on the schema: every plan keeps it, and every field of it is one that plans have. */
class PlanJsonTest {

    private static final String PATH = "schema/plan.schema.json";
    private static final JsonSchema SCHEMA = JsonSchema.at(PATH);

    private static final Pattern FIRST_MODEL = Pattern.compile("(?m)^(  - \\{ name: [^}]*) \\}$");

    private static final TreeMap<String, String> ENVIRONMENTS = new TreeMap<>();

    static {
        ENVIRONMENTS.put("example", Plans.example());
        ENVIRONMENTS.put("without demand", Plans.serving("name: llama3.1:8b", "name: phi3.5"));
        ENVIRONMENTS.put("on demand alone", Plans.serving("name: gemma2:2b, keep: onDemand"));
        ENVIRONMENTS.put("by schedule", """
                apiVersion: berth.dev/v1
                azure: { regions: [westeurope] }
                models:
                  - { name: gpt-oss }
                  - { name: phi3.5, keep: schedule, windows: [{ start: "08:00", end: "18:00", zone: UTC }] }
                """);
        ENVIRONMENTS.put(
                "a queue",
                Plans.serving("name: gemma2:2b, keep: onDemand")
                        + "inference: { groups: { default: { engine: keda, queue: { name: jobs } } } }\n");
        ENVIRONMENTS.put("two groups, slices, spot", """
                apiVersion: berth.dev/v1
                azure: { regions: [westeurope] }
                models:
                  - { name: gemma2:2b, demand: { peakRequestsPerMinute: 12, profile: flat } }
                  - { name: gpt-oss, keep: onDemand, group: large, demand: { peakRequestsPerMinute: 0.5 } }
                gpuPools:
                  - { name: gpu, size: Standard_NC4as_T4_v3, sharing: { timeSlices: 2 } }
                  - { name: cheap, size: Standard_NC8as_T4_v3, spot: { usdPerHour: 0.2 } }
                inference:
                  groups:
                    default: { pool: gpu }
                    large: { pool: cheap, signals: [cpu], targets: { cpu: 60 } }
                """);
        ENVIRONMENTS.put("regions, quota, budget, own profile", """
                apiVersion: berth.dev/v1
                azure:
                  regions: [westeurope, northeurope, swedencentral]
                  quota: { westeurope: { "Standard NCASv3_T4 Family vCPUs": 100, "Standard NCADS_A100_v4 Family vCPUs": 1 } }
                models:
                  - name: llama3.1:8b
                    demand:
                      peakRequestsPerMinute: 30
                      profile: [0, 0, 0, 0, 0, 0, 0.1, 0.4, 0.8, 1, 1, 1, 0.7, 1, 1, 1, 0.8, 0.5, 0.2, 0.1, 0, 0, 0, 0]
                  - { name: phi3.5, demand: { peakRequestsPerMinute: 500 } }
                gpuPools: [{ name: gpu, size: Standard_NC4as_T4_v3 }]
                budget: { monthlyUsd: 90000 }
                webui: { exposure: public, host: chat.example.com }
                waivers: [{ code: P033, reason: a gateway with a certificate stands in front }]
                """);
        ENVIRONMENTS.put("more than there is", """
                apiVersion: berth.dev/v1
                azure: { regions: [westeurope] }
                models: [{ name: llama3.1:8b, demand: { peakRequestsPerMinute: 3000 } }]
                gpuPools: [{ name: gpu, size: Standard_NC4as_T4_v3, nodes: { max: 2 } }]
                inference: { groups: { default: { replicas: { min: 1, max: 2 } } } }
                """);
    }

    static Set<String> environments() {
        return ENVIRONMENTS.keySet();
    }

    private static Plan plan(String name) {
        Plan plan = Plans.of(Objects.requireNonNull(ENVIRONMENTS.get(name)));
        return checked(plan) instanceof Result.Ok<Plan> ok ? ok.value() : plan;
    }

    private static Result<Plan> checked(Plan plan) {
        return new SharedQuota(Plans.catalog()).check(plan, List.of(plan));
    }

    private static Mapping json(String name) {
        Plan plan = plan(name);
        List<Problem> problems =
                Plans.result(Objects.requireNonNull(ENVIRONMENTS.get(name))).problems();
        Function<Environment, Result<Plan>> planning =
                environment -> new Planner(Plans.catalog()).plan(environment).then(PlanJsonTest::checked);
        return tree(PlanJson.print(plan, Growth.of(plan, Plans.catalog(), planning), problems));
    }

    private static Mapping tree(String json) {
        return (Mapping) ((Result.Ok<YamlNode>) YamlParser.parse(new SourceFile("plan.json", json))).value();
    }

    @ParameterizedTest
    @MethodSource("environments")
    void planKeepsTheSchema(String name) {
        assertThat(SCHEMA.check(json(name))).isEmpty();
    }

    @Test
    void everyPlanKeepsTheSchema() {
        AtomicInteger planned = new AtomicInteger();
        Seeds.each(200, random -> {
            String text = new ValueFileGenerator(random).next();
            String asked = FIRST_MODEL
                    .matcher(text)
                    .replaceFirst("$1, demand: { peakRequestsPerMinute: " + (1 + random.nextInt(200)) + " } }");
            if (Plans.result(random.nextBoolean() ? asked : text) instanceof Result.Ok<Plan> ok) {
                planned.incrementAndGet();
                assertThat(SCHEMA.check(tree(PlanJson.print(ok.value(), Optional.empty(), ok.problems()))))
                        .isEmpty();
            }
        });
        Seeds.enough(planned, 41);
    }

    /** A field of the schema that no plan has is a promise to nobody. */
    @Test
    void everyFieldOfTheSchemaIsProduced() {
        Mapping schema = (Mapping) ((Result.Ok<YamlNode>) YamlParser.parse(Resource.at(PATH))).value();
        Set<String> promised = new TreeSet<>();
        promised(schema, "", promised);
        assertThat(promised).contains("breaksFirst.lift.usdExpected", "models.load.serviceSeconds.low");
        Set<String> produced = new HashSet<>();
        environments().forEach(name -> produced(json(name), "", produced));
        promised.removeAll(produced);
        assertThat(promised).isEmpty();
    }

    /** The dotted names of all fields that a schema names; the kinds of decisions are left to {@link DecisionJson}. */
    private static void promised(Mapping schema, String path, Set<String> names) {
        promised(schema, schema, path, names);
    }

    private static void promised(Mapping root, Mapping part, String path, Set<String> names) {
        part.get("$ref").ifPresent(ref -> {
            String definition = part.textAt("$ref").substring("#/$defs/".length());
            promised(
                    root,
                    (Mapping)
                            root.at(YamlPath.ROOT.key("$defs").key(definition)).orElseThrow(),
                    path,
                    names);
        });
        part.get("items").ifPresent(items -> promised(root, (Mapping) items, path, names));
        part.get("properties")
                .ifPresent(properties -> ((Mapping) properties).entries().forEach((key, entry) -> {
                    String name = path.isEmpty() ? key : path + "." + key;
                    names.add(name);
                    promised(root, (Mapping) entry.value(), name, names);
                }));
    }

    private static void produced(YamlNode node, String path, Set<String> names) {
        if (node instanceof Sequence sequence) {
            sequence.items().forEach(item -> produced(item, path, names));
        } else if (node instanceof Mapping mapping) {
            mapping.entries().forEach((key, entry) -> {
                String name = path.isEmpty() ? key : path + "." + key;
                names.add(name);
                produced(entry.value(), name, names);
            });
        }
    }

    @Test
    void theSchemaSaysHowFarGrowthIsLookedAt() {
        assertThat(Resource.at(PATH).text()).contains("nothing does within " + Growth.MOST + " times the demand");
    }

    @Test
    void withoutDemandNothingBreaksFirst() {
        Mapping json = json("without demand");
        assertThat(json.textAt("demandStated")).isEqualTo("false");
        assertThat(json.get("breaksFirst")).isEmpty();
    }

    @Test
    void whatIsTooLittleAlreadyBreaksFirst() {
        Mapping json = json("more than there is");
        assertThat(json.textAt("demandStated")).isEqualTo("true");
        assertThat(at(json, "breaksFirst", "factor")).isEqualTo("1.0");
        assertThat(at(json, "breaksFirst", "problem", "code")).isEqualTo("P034");
    }

    @Test
    void aModelNamesTheReplicasThatKeepIt() {
        Plan plan = plan("example");
        Mapping json = json("example");
        plan.models().forEach(model -> {
            int index = plan.models().indexOf(model);
            Sequence homes =
                    (Sequence) json.at(YamlPath.ROOT.key("models").index(index).key("homes"))
                            .orElseThrow();
            assertThat(homes.items().isEmpty()).as(model.name()).isNotEqualTo(model.isKeptAlways());
        });
    }

    private static String at(Mapping json, String... keys) {
        YamlPath path = YamlPath.ROOT;
        for (String key : keys) {
            path = path.key(key);
        }
        return ((YamlNode.Scalar) json.at(path).orElseThrow()).text();
    }
}
