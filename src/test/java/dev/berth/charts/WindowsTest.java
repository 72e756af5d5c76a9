package dev.berth.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.berth.manifest.Manifest;
import dev.berth.plan.Plan;
import dev.berth.plan.Plans;
import dev.berth.plan.group.GroupPlan;
import dev.berth.plan.placement.HomeSet;
import dev.berth.plan.schedule.Opening;
import dev.berth.yaml.YamlNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Models kept by schedule, with either engine. */
class WindowsTest {

    private static final String WINDOW =
            "{ start: \"08:00\", end: \"18:00\", zone: Europe/Amsterdam, days: [mon, tue, wed, thu, fri] }";
    private static final String TEMPLATE = "spec.jobTemplate.spec.template.spec.";

    /** Beside gpt-oss nothing finds room on a T4. */
    private static String scheduled(String engine, String more) {
        return Plans.serving("name: gpt-oss", "name: llama3.1:8b, keep: schedule, windows: [" + WINDOW + "]")
                + "inference: { groups: { default: { engine: " + engine + more + " } } }\n";
    }

    private static String utc(String start, String end) {
        return "{ start: \"" + start + "\", end: \"" + end + "\", zone: UTC }";
    }

    private static List<YamlNode> clock(Objects objects) {
        return objects.ofKind("CronJob").stream().<YamlNode>map(Manifest::tree).toList();
    }

    private static String patch(YamlNode job) {
        return job.itemsAt(TEMPLATE + "containers[0].command").stream()
                .map(word -> ((YamlNode.Scalar) word).text())
                .filter(word -> word.startsWith("--patch="))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void inItsWindowsAModelHasAReplicaMore() {
        Plan plan = Plans.of(scheduled("hpa", ""));
        GroupPlan group = plan.groups().get(0);
        assertThat(group.minReplicas().value()).isEqualTo(1);
        assertThat(group.keptReplicas().value()).isEqualTo(2);
        assertThat(group.schedule().orElseThrow().openings())
                .extracting(Opening::replicas)
                .containsExactly(2);
        assertThat(group.homes().get(1)).hasToString("{llama3.1:8b}");
        assertThat(plan.pools().get(0).minNodes().value())
                .as("its node comes with it and goes with it")
                .isEqualTo(1);
    }

    /** The number changes with the hours: the object has that of the night. */
    @Test
    void aClockSaysHowManyThereAreAtTheLeast() {
        Objects objects = Objects.of(scheduled("hpa", ""));
        assertThat(objects.object("HorizontalPodAutoscaler/ollama-hpa").nodeAt("spec.minReplicas"))
                .as("an upgrade would write it over the clock's")
                .isEmpty();
        assertThat(clock(objects)).hasSize(5).allSatisfy(job -> {
            assertThat(job.textAt("spec.timeZone")).isEqualTo("Europe/Amsterdam");
            assertThat(job.textAt("spec.concurrencyPolicy")).isEqualTo("Replace");
            assertThat(job.textAt("spec.suspend"))
                    .as("what a chart does not say, Flux does not set right")
                    .isEqualTo("false");
            boolean isDay = job.textAt("spec.schedule").matches("(30,40,50 7|\\*/10 8-17) \\* \\* 1-5");
            assertThat(patch(job)).isEqualTo("--patch={\"spec\":{\"minReplicas\":" + (isDay ? 2 : 1) + "}}");
        });
        assertThat(clock(objects)).filteredOn(job -> patch(job).contains(":2")).hasSize(2);
    }

    @Test
    void thePodsOfTheClockHaveNoRightsOnTheirNode() {
        assertThat(clock(Objects.of(scheduled("hpa", "")))).isNotEmpty().allSatisfy(job -> {
            assertThat(job.textAt(TEMPLATE + "securityContext.runAsNonRoot")).isEqualTo("true");
            assertThat(job.textAt(TEMPLATE + "securityContext.seccompProfile.type"))
                    .isEqualTo("RuntimeDefault");
            String container = TEMPLATE + "containers[0].securityContext.";
            assertThat(job.textAt(container + "allowPrivilegeEscalation")).isEqualTo("false");
            assertThat(job.textAt(container + "readOnlyRootFilesystem")).isEqualTo("true");
            assertThat(job.textAt(container + "capabilities.drop[0]")).isEqualTo("ALL");
            assertThat(job.textAt(TEMPLATE + "nodeSelector[\"kubernetes.azure.com/agentpool\"]"))
                    .isEqualTo("apps");
        });
    }

    @Test
    void theClockMayChangeItsAutoscalersAlone() {
        Objects objects = Objects.of(scheduled("hpa", ""));
        YamlNode role = objects.object("Role/ollama-clock");
        assertThat(role.itemsAt("rules")).hasSize(1);
        for (String[] allowed : new String[][] {
            {"apiGroups", "autoscaling"},
            {"resources", "horizontalpodautoscalers"},
            {"resourceNames", "ollama-hpa"},
            {"verbs", "get", "patch"}
        }) {
            assertThat(role.itemsAt("rules[0]." + allowed[0]))
                    .extracting(word -> ((YamlNode.Scalar) word).text())
                    .containsExactly(Arrays.copyOfRange(allowed, 1, allowed.length));
        }
        YamlNode binding = objects.object("RoleBinding/ollama-clock");
        assertThat(binding.textAt("roleRef.name")).isEqualTo("ollama-clock");
        assertThat(binding.textAt("subjects[0].name")).isEqualTo("ollama-clock");
        assertThat(clock(objects)).allSatisfy(job -> {
            assertThat(job.textAt(TEMPLATE + "serviceAccountName")).isEqualTo("ollama-clock");
            assertThat(job.textAt(TEMPLATE + "containers[0].command[2]"))
                    .isEqualTo("horizontalpodautoscalers.v2.autoscaling/ollama-hpa");
        });
    }

    /** Flux would write the number of the file again. */
    @Test
    void fluxLeavesTheNumberToTheClockWhereThereIsOne() {
        YamlNode release = Objects.of(scheduled("hpa", "")).object("HelmRelease/ollama");
        assertThat(release.textAt("spec.driftDetection.ignore[1].target.kind")).isEqualTo("HorizontalPodAutoscaler");
        assertThat(release.itemsAt("spec.driftDetection.ignore[1].paths"))
                .extracting(path -> ((YamlNode.Scalar) path).text())
                .containsExactly("/spec/minReplicas");
        for (String without : List.of(scheduled("keda", ""), Plans.serving("name: phi3.5"))) {
            Objects objects = Objects.of(without);
            assertThat(objects.object("HelmRelease/ollama").itemsAt("spec.driftDetection.ignore"))
                    .hasSize(1);
            assertThat(clock(objects)).isEmpty();
            assertThat(objects.ofKind("Role")).isEmpty();
        }
    }

    @Test
    void kedaKeepsTheWindowsItself() {
        YamlNode keda = Objects.of(scheduled("keda", "")).object("ScaledObject/ollama");
        assertThat(keda.textAt("spec.minReplicaCount")).isEqualTo("1");
        List<YamlNode> windows = keda.itemsAt("spec.triggers").stream()
                .filter(trigger -> trigger.textAt("type").equals("cron"))
                .toList();
        Plan plan = Plans.of(scheduled("keda", ""));
        int lead = plan.timeouts().cronLead().value().minutes();
        int start = 8 * 60 - lead;
        assertThat(windows).hasSize(1);
        assertThat(windows.get(0).textAt("metadata.timezone")).isEqualTo("Europe/Amsterdam");
        assertThat(windows.get(0).textAt("metadata.start")).isEqualTo(start % 60 + " " + start / 60 + " * * 1-5");
        assertThat(windows.get(0).textAt("metadata.end")).isEqualTo("0 18 * * 1-5");
        assertThat(windows.get(0).textAt("metadata.desiredReplicas")).isEqualTo("2");
    }

    /** With nothing kept always, everything sleeps outside the windows. */
    @Test
    void aGroupWithNothingElseSleepsOutsideItsWindows() {
        String values = Plans.serving("name: phi3.5, keep: schedule, windows: [" + WINDOW + "]")
                + "inference: { groups: { default: { engine: keda } } }\n";
        YamlNode keda = Objects.of(values).object("ScaledObject/ollama");
        assertThat(keda.textAt("spec.minReplicaCount")).isEqualTo("0");
        assertThat(keda.textAt("spec.triggers[0].metadata.desiredReplicas")).isEqualTo("1");
        assertThat(Plans.of(values).pools().get(0).floorNodes().value()).isZero();
    }

    @Test
    void whilePausedNothingSaysANumber() {
        for (String engine : List.of("hpa", "keda")) {
            Objects objects = Objects.of(scheduled(engine, ", paused: true")
                    + "waivers: [{ code: P043, reason: the engine is being changed }]\n");
            assertThat(clock(objects)).isEmpty();
            assertThat(objects.ofKind("HorizontalPodAutoscaler")).hasSize(1);
            assertThat(objects.ofKind("ScaledObject")).isEmpty();
        }
    }

    /** Outside its windows one request for the model brings the replica that it is at home on. */
    @Test
    void aRequestOutsideTheWindowsWakesTheHome() {
        GroupPlan group = Plans.of(scheduled("hpa", "")).groups().get(0);
        assertThat(group.scaling().scheduledWakes()).hasSize(1).allSatisfy(wake -> {
            assertThat(wake.models()).containsExactly("llama3.1:8b");
            assertThat(wake.slots().value())
                    .isEqualTo(group.scaling().slots().value().times(2));
        });
        Objects objects = Objects.of(scheduled("hpa", ""));
        List<String> slots = objects.object("PrometheusRule/berth-signals").itemsAt("spec.groups[0].rules").stream()
                .filter(rule -> rule.textAt("record").equals("namespace_service:slots_in_use:sum"))
                .map(rule -> rule.textAt("expr"))
                .toList();
        assertThat(slots).hasSize(1);
        assertThat(slots.get(0))
                .contains("proxy=~\"m_default_llama3_1_8b\"}) > 0) * 0 + "
                        + group.scaling()
                                .scheduledWakes()
                                .get(0)
                                .slots()
                                .value()
                                .digits(2)
                                .replaceAll("0$", ""))
                .doesNotContain("wake 1");
    }

    /** Each model is at home on replicas of its own windows, the longest first, so that the others can go. */
    @Test
    void theReplicasOfShortWindowsGoFirst() {
        GroupPlan group = Plans.of(Plans.serving(
                        "name: gpt-oss",
                        "name: mistral:7b, context: 32768, keep: schedule, windows: [" + utc("10:00", "11:00") + "]",
                        "name: llama3.1:8b, context: 57344, keep: schedule, windows: [" + utc("09:00", "17:00") + "]"))
                .groups()
                .get(0);
        assertThat(group.homes())
                .extracting(HomeSet::toString)
                .containsExactly("{gpt-oss:20b}", "{llama3.1:8b}", "{mistral:7b}");
        assertThat(group.schedule().orElseThrow().openings())
                .extracting(Opening::replicas)
                .containsExactly(3, 2);
    }

    /** The replica of the night comes after that of the day, which is there with it. */
    @Test
    void theExpectedNodesAreThoseThatTheWindowsKeep() {
        Plan plan = Plans.of(Plans.serving(
                        "name: gpt-oss, keep: schedule, windows: [" + WINDOW + "]",
                        "name: llama3.1:8b, keep: schedule, windows: [" + utc("22:00", "02:00") + "]")
                + "inference: { groups: { default: { engine: keda } } }\n");
        double lead = plan.timeouts().cronLead().value().minutes() / 60.0;
        assertThat(plan.groups().get(0).minReplicas().value()).isZero();
        assertThat(plan.expectedNodes().get("gpu").value().mid().amount())
                .isCloseTo((5 * (10 + lead) + 7 * (4 + lead) * 2) / 168, within(1e-9));
    }

    /** An autoscaler does nothing within a tenth of its target, and a tenth of many replicas is more than one. */
    @Test
    void oneRequestBringsAReplicaHoweverManyThereAre() {
        GroupPlan group = Plans.of(Plans.serving(
                        "name: gpt-oss",
                        "name: llama3.1:8b, keep: schedule, windows: [" + WINDOW
                                + "], demand: { peakRequestsPerMinute: 200 }",
                        "name: mistral:7b, context: 32768, keep: schedule, windows: ["
                                + WINDOW.replace("18:00", "10:00") + "]",
                        "name: gemma2:2b, keep: onDemand"))
                .groups()
                .get(0);
        double target = group.scaling().slots().value().amount();
        assertThat(group.keptReplicas().value()).isGreaterThan(11);
        assertThat(group.scaling().wake().slots().value().amount() / target)
                .isGreaterThan(group.keptReplicas().value() * 1.1);
        assertThat(group.scaling().scheduledWakes()).hasSize(2).allSatisfy(wake -> {
            int ordinal = IntStream.range(0, group.homes().size())
                    .filter(home -> group.homes().get(home).homes().stream()
                            .anyMatch(model -> model.name().equals(wake.models().get(0))))
                    .findFirst()
                    .orElseThrow();
            assertThat(wake.slots().value().amount() / target).isGreaterThan(ordinal * 1.1);
        });
        assertThat(group.scaling().wake().slots().formula()).contains("the autoscaler adds none");
    }

    /** KEDA's trigger is a signal, and for a signal the autoscaler adds one replica after the other. */
    @Test
    void theLastReplicaOfAWindowIsThereInTimeToo() {
        String busy = "name: llama3.1:8b, keep: schedule, windows: [" + WINDOW + "], demand: { peakRequestsPerMinute: ";
        for (String engine : List.of("hpa", "keda")) {
            Plan plan = Plans.of(Plans.serving("name: gpt-oss", busy + "60 }")
                    + "inference: { groups: { default: { engine: " + engine + " } } }\n");
            GroupPlan group = plan.groups().get(0);
            int later = group.keptReplicas().value() - group.minReplicas().value() - 1;
            assertThat(later).isGreaterThan(1);
            double least = plan.timeouts().coldStart().value().amount() + (engine.equals("keda") ? later * 60 : 0);
            assertThat(plan.timeouts().cronLead().value().amount())
                    .as(engine)
                    .isBetween(least, least + later * 15 + 60);
        }
    }

    /** Two lines for one time, with two numbers, would leave a person guessing. */
    @Test
    void aWindowThatSeveralModelsHaveIsOne() {
        GroupPlan group = Plans.of(Plans.serving(
                        "name: gpt-oss",
                        "name: llama3.1:8b, context: 57344, keep: schedule, windows: [" + WINDOW + "]",
                        "name: mistral:7b, context: 32768, keep: schedule, windows: [" + WINDOW + "]"))
                .groups()
                .get(0);
        assertThat(group.schedule().orElseThrow().openings())
                .extracting(Opening::replicas)
                .containsExactly(3);
    }
}
