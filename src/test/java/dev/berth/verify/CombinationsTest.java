package dev.berth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.files.FileSet;
import dev.berth.files.RelPath;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.Manifests;
import dev.berth.plan.Plan;
import dev.berth.plan.Plans;
import dev.berth.render.Renderer;
import dev.berth.source.Result;
import dev.berth.testing.Tools;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way to run Ollama becomes objects that Helm, the schemas, kubeconform and the admission of Kubernetes accept. */
class CombinationsTest {

    private static final RenderedChecks CHECKS = new RenderedChecks(Plans.catalog());

    record Combination(String engine, String sharing, int groups, String routing) {

        FileSet files() {
            List<String> models = new ArrayList<>(List.of("name: phi3.5"));
            Stream.of("name: gemma2:2b, keep: onDemand, group: g1", "name: llama3.1:8b, keep: onDemand, group: g2")
                    .limit(groups - 1L)
                    .forEach(models::add);
            String named = Stream.of("default", "g1", "g2")
                    .limit(groups)
                    .map(group -> group + ": { engine: " + engine + " }")
                    .collect(Collectors.joining(", "));
            Plan plan = Plans.of(Plans.serving(models.toArray(String[]::new))
                    + "gpuPools:\n  - { name: gpu, size: Standard_NC4as_T4_v3, sharing: " + sharing + " }\n"
                    + "inference: { routing: " + routing + ", groups: { " + named + " } }\n");
            assertThat(plan.groups()).hasSize(groups);
            return Renderer.render(plan, "digest", "1").files();
        }
    }

    static List<Combination> all() {
        List<Combination> all = new ArrayList<>();
        for (String engine : List.of("hpa", "keda")) {
            for (String sharing : List.of("exclusive", "{ timeSlices: 2 }")) {
                all.add(new Combination(engine, sharing, 1, "router"));
                all.add(new Combination(engine, sharing, 3, "router"));
            }
            all.add(new Combination(engine, "exclusive", 3, "round-robin"));
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyTreeIsSound(Combination combination) {
        Tools.require("kubeconform");
        Result<List<Manifest>> checked = CHECKS.check(combination.files());
        assertThat(checked.problems()).isEmpty();
        List<Manifest> objects = ((Result.Ok<List<Manifest>>) checked).value();
        assertThat(Kubeconform.find(String.valueOf(System.getenv("PATH")), "1.35")
                        .orElseThrow()
                        .check(objects, Optional.empty()))
                .isEqualTo(Result.ok(objects.size() + " valid, 0 invalid, 0 errors, 0 skipped"));
        PodSecurity security = PodSecurity.of(objects);
        assertThat(security.levels())
                .containsAllEntriesOf(
                        Map.of("ollama", "restricted", "monitoring", "restricted", "gpu-system", "privileged"));
        assertThat(security.refuses(objects)).isEmpty();
        assertThat(objects)
                .filteredOn(object -> object.id().kind().equals("StatefulSet")
                        && !object.id().name().equals("model-router"))
                .hasSize(combination.groups());
    }

    /** The admission's rules are not true of everything. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            privilege escalation | ollama/templates/_helpers.tpl | 'allowPrivilegeEscalation: false' | 'allowPrivilegeEscalation: true'
            root | ollama/templates/_helpers.tpl | 'runAsNonRoot: true' | 'runAsNonRoot: false'
            seccomp | ollama/templates/_helpers.tpl | 'RuntimeDefault' | 'Unconfined'
            capabilities | model-router/templates/statefulset.yaml | '- ALL' | '- NET_RAW'
            hostNetwork | model-router/templates/statefulset.yaml | 'enableServiceLinks: false' | 'hostNetwork: true'
            a volume of another kind | open-webui/templates/deployment.yaml | 'emptyDir:' | 'hostPath:'
            """)
    void aSlipIsRefused(String what, String path, String before, String after) {
        TreeMap<RelPath, String> files = new TreeMap<>(all().get(0).files().files());
        files.computeIfPresent(new RelPath("charts-out/test/" + path), (key, text) -> text.replace(before, after));
        List<Manifest> objects = ((Result.Ok<List<Manifest>>) Manifests.of(FileSet.of(files), "1.35")).value();
        assertThat(PodSecurity.of(objects).refuses(objects)).anyMatch(refused -> refused.endsWith(": " + what));
    }
}
