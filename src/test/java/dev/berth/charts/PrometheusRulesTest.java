package dev.berth.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.manifest.Manifest;
import dev.berth.plan.Plans;
import dev.berth.testing.Tools;
import dev.berth.yaml.YamlNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rendered rules: what they read is scraped, what they say is written down, and Prometheus does with them what is meant. */
class PrometheusRulesTest {

    private static final Path TESTS = Path.of("src/test/resources/promtool");

    private static final Pattern HEADING = Pattern.compile("(?m)^### (\\w+)$");

    private static final Objects OBJECTS = Objects.of(Plans.serving(
                    "name: phi3.5",
                    "name: mistral:7b, keep: onDemand",
                    "name: gemma2:2b, group: large",
                    "name: gpt-oss, group: large, keep: schedule, windows: ["
                            + "{ start: \"08:00\", end: \"18:00\", zone: Europe/Amsterdam }]")
            + "inference: { groups: { default: { slots: 2 }, large: { slots: 1 } } }\n");

    private static final List<Manifest> RULES = OBJECTS.ofKind("PrometheusRule");

    /** Two pods share a GPU, three another one, and one has its own. */
    private static final Objects SHARED = Objects.of(
            Plans.serving("name: phi3.5", "name: gemma2:2b, group: thirds", "name: mistral:7b, group: whole") + """
            gpuPools:
              - { name: halves, size: Standard_NC4as_T4_v3, nodes: { min: 1, max: 1 }, sharing: { timeSlices: 2 } }
              - { name: thirds, size: Standard_NC4as_T4_v3, nodes: { min: 1, max: 1 }, sharing: { timeSlices: 3 } }
              - { name: wholes, size: Standard_NC4as_T4_v3 }
            inference:
              groups:
                default: { pool: halves }
                thirds: { pool: thirds }
                whole: { pool: wholes }
            """);

    @TempDir
    Path folder;

    private static List<YamlNode> rules() {
        return RULES.stream()
                .flatMap(manifest -> manifest.tree().itemsAt("spec.groups").stream())
                .flatMap(group -> group.itemsAt("rules").stream())
                .toList();
    }

    private static List<YamlNode> alerts() {
        return rules().stream().filter(rule -> !rule.textAt("alert").isEmpty()).toList();
    }

    @Test
    void theSignalsHaveTheirNames() {
        YamlNode group = RULES.stream()
                .flatMap(manifest -> manifest.tree().itemsAt("spec.groups").stream())
                .filter(found -> found.textAt("name").equals("berth-signals"))
                .findFirst()
                .orElseThrow();
        assertThat(group.textAt("interval")).isEqualTo("15s");
        assertThat(group.itemsAt("rules"))
                .extracting(rule -> rule.textAt("record"))
                .containsExactly(
                        "namespace_service:slots_in_use:sum",
                        "namespace_service:requests_waiting:sum",
                        "namespace_service:cold_starts:count1h",
                        "namespace_service:slots_in_use:sum",
                        "namespace_service:requests_waiting:sum",
                        "namespace_service:cold_starts:count1h",
                        "namespace_pod:gpu_memory_used_bytes:sum",
                        "namespace_pod:model_load:bool",
                        "namespace_pod:model_loads:count1h",
                        "namespace_pod:gpu_memory_utilization:percent");
    }

    /** Which pod a process belongs to is known only with all three; without the copies there is nothing to divide. */
    @Test
    void theExporterTellsPodsOfOneGpuApartWhereTheyShareIt() {
        YamlNode shared = SHARED.object("HelmRelease/dcgm-exporter");
        assertThat(shared.textAt("spec.values.hostPID")).isEqualTo("true");
        assertThat(shared.textAt("spec.values.kubernetes.enablePodUID")).isEqualTo("true");
        assertThat(virtualGpus(shared)).containsExactly("true");
        YamlNode exclusive = OBJECTS.object("HelmRelease/dcgm-exporter");
        assertThat(exclusive.nodeAt("spec.values.hostPID")).isEmpty();
        assertThat(exclusive.nodeAt("spec.values.kubernetes")).isEmpty();
        assertThat(virtualGpus(exclusive)).isEmpty();
    }

    private static List<String> virtualGpus(YamlNode release) {
        return release.itemsAt("spec.values.extraEnv").stream()
                .filter(variable -> variable.textAt("name").equals("KUBERNETES_VIRTUAL_GPUS"))
                .map(variable -> variable.textAt("value"))
                .toList();
    }

    @Test
    void everyFieldOfDcgmIsExported() {
        String counters = OBJECTS.object("HelmRelease/dcgm-exporter").textAt("spec.values.customMetrics");
        Set<String> read =
                rules().stream().flatMap(rule -> fields(rule.textAt("expr"))).collect(Collectors.toSet());
        assertThat(read).isNotEmpty().isSubsetOf(fields(counters).toList());
    }

    private static Stream<String> fields(String text) {
        return Pattern.compile("DCGM_\\w+").matcher(text).results().map(MatchResult::group);
    }

    @Test
    void everyAlertHasAPageAndEveryPageAnAlert() throws IOException {
        List<String> pages = HEADING.matcher(Files.readString(Path.of("src/docs/alerts.md")))
                .results()
                .map(heading -> heading.group(1))
                .toList();
        assertThat(alerts()).extracting(alert -> alert.textAt("alert")).containsExactlyInAnyOrderElementsOf(pages);
        for (YamlNode alert : alerts()) {
            String name = alert.textAt("alert");
            assertThat(alert.textAt("labels.severity")).as(name).isIn("warning", "critical");
            assertThat(alert.textAt("annotations.summary")).as(name).isNotEmpty();
            assertThat(alert.textAt("annotations.description")).as(name).endsWith(".");
            assertThat(alert.textAt("annotations.runbook"))
                    .isEqualTo("src/docs/alerts.md#" + name.toLowerCase(java.util.Locale.ROOT));
        }
    }

    @Test
    void prometheusDoesWithThemWhatIsMeant() throws IOException, InterruptedException {
        Tools.require("promtool");
        List<String> checked = new ArrayList<>(List.of("check", "rules", "--lint=all", "--lint-fatal"));
        checked.addAll(unpackRules(""));
        assertThat(promtool(checked)).contains("SUCCESS: 10 rules found", "SUCCESS: 14 rules found");
        assertThat(promtool(tests())).doesNotContain("FAILED");
    }

    /** The tests see a threshold that moved. */
    @Test
    void aRuleThatChangedIsNoticed() throws IOException, InterruptedException {
        Tools.require("promtool");
        unpackRules("> 85");
        assertThat(promtool(tests())).contains("FAILED");
    }

    /** Each rule file beside its tests; a text that is given is made another one. */
    private List<String> unpackRules(String changed) throws IOException {
        List<String> names = new ArrayList<>();
        for (Manifest rule : RULES) {
            String text = file(rule);
            String name = rule.id().name() + ".yaml";
            Files.writeString(folder.resolve(name), changed.isEmpty() ? text : text.replace(changed, changed + "0"));
            names.add(name);
        }
        for (Manifest rule : SHARED.ofKind("PrometheusRule")) {
            if (rule.id().name().equals("berth-signals")) {
                Files.writeString(folder.resolve("berth-signals-shared.yaml"), file(rule));
                names.add("berth-signals-shared.yaml");
            }
        }
        try (Stream<Path> tests = Files.list(TESTS)) {
            for (Path test : tests.toList()) {
                Files.copy(test, folder.resolve(test.getFileName().toString()));
            }
        }
        return names;
    }

    /** What Prometheus's own file of the rules says. */
    private static String file(Manifest rule) {
        String spec = rule.text().text().split("(?m)^spec:\\n")[1];
        assertThat(spec.lines()).as("the last part of the object").allMatch(line -> line.startsWith("  "));
        return spec.lines().map(line -> line.substring(2)).collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> tests() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("test", "rules"));
        try (Stream<Path> tests = Files.list(TESTS)) {
            tests.map(test -> test.getFileName().toString()).sorted().forEach(arguments::add);
        }
        return arguments;
    }

    private String promtool(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Tools.require("promtool").toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor() == 0).as(said).isEqualTo(!said.contains("FAILED"));
        return said;
    }
}
