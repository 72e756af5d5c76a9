package dev.berth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.files.FileSet;
import dev.berth.files.RelPath;
import dev.berth.manifest.Region;
import dev.berth.plan.Plans;
import dev.berth.render.Renderer;
import dev.berth.source.Code;
import dev.berth.source.Problem;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rendered tree of Flux is sound, and each slip that is planted in it is found. */
class FluxChecksTest {

    private static final String REGION = "environments/test/westeurope/";

    private static final FileSet FILES =
            Renderer.render(Plans.of(Plans.example()), "digest", "1").files();

    /** All of it, so that a check that nobody calls is noticed here. */
    private static final Verifier VERIFIER = new Verifier("1.35");

    private static FileSet changed(String path, String before, String after) {
        TreeMap<RelPath, String> files = new TreeMap<>(FILES.files());
        files.computeIfPresent(
                new RelPath(REGION + path),
                (key, text) -> text.replaceFirst(before.replace("\\n", "\n"), after.replace("\\n", "\n")));
        assertThat(files).as("%s in %s", before, path).isNotEqualTo(FILES.files());
        return FileSet.of(files);
    }

    private static List<Problem> check(FileSet files) {
        return VERIFIER.verify(files).problems();
    }

    @Test
    void theRenderedTreeIsSound() {
        assertThat(check(FILES)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SOURCE_UNKNOWN       | platform/kube-prometheus-stack.yaml | name: prometheus-community   | name: prometheus
            SOURCE_UNKNOWN       | apps/ollama.yaml                    | kind: GitRepository          | kind: HelmRepository
            SOURCE_UNKNOWN       | kustomizations/apps.yaml            | name: berth                  | name: platform
            DEPENDENCY_UNKNOWN   | kustomizations/apps.yaml            | - name: observability        | - name: monitoring
            DEPENDENCY_CIRCLE    | kustomizations/platform.yaml        | 'spec:'                      | 'spec:\n  dependsOn: [{ name: apps }]'
            PATH_NOT_RENDERED    | kustomizations/apps.yaml            | westeurope/apps              | westeurope/app
            PATH_NOT_RENDERED    | apps/ollama.yaml                    | charts-out/test/ollama       | charts-out/prod/ollama
            HEALTH_CHECK_UNKNOWN | kustomizations/platform.yaml        | name: nvidia-device-plugin   | name: device-plugin
            NOT_WAITED_FOR       | kustomizations/platform.yaml        | '    - api[^-]*-prom[^/]*\n' | ''
            NAMESPACE_UNKNOWN    | apps/ollama.yaml                    | targetNamespace: ollama      | targetNamespace: olama
            NAMESPACE_UNKNOWN    | namespaces/monitoring-ingress.yaml  | namespace: monitoring        | namespace: monitor
            FILES_NOT_LISTED     | apps/kustomization.yaml             | '  - ollama.yaml\n'          | ''
            FILES_NOT_LISTED     | apps/kustomization.yaml             | '  - ollama.yaml\n'          | '  - ollama.yaml\n  - more.yaml\n'
            FACT_UNKNOWN         | apps/ollama.yaml                    | valuesKey: storageAccount    | valuesKey: account
            FACT_UNKNOWN         | apps/ollama.yaml                    | name: cluster-facts          | name: facts
            FACT_UNKNOWN         | apps/ollama.yaml                    | targetPath: facts            | targetPath: facts.
            FACT_UNUSED          | cluster-facts.yaml                  | '\ndata:'                    | '\ndata:\n  more: "\\$\\{more\\}"'
            FACT_OVERWRITTEN     | platform/kube-prometheus-stack.yaml | '            objects:'       | '            clientID: x\n            objects:'
            SUBSTITUTED_WRONGLY  | cluster-facts.yaml                  | '"\\$\\{tenantId\\}"'        | \\$\\{tenantId\\}
            SUBSTITUTED_WRONGLY  | cluster-facts.yaml                  | '"\\$\\{tenantId\\}"'        | '"\\$\\{keyVaultName\\}"'
            SUBSTITUTED_WRONGLY  | kustomizations/apps.yaml            | 'spec:'                      | 'spec:\n  postBuild: { substitute: { a: b } }'
            SUBSTITUTED_WRONGLY  | namespaces/ollama.yaml              | 'part-of: berth'             | 'part-of: "\\$\\{of\\}"'
            UNKNOWN_VALUE        | platform/kube-prometheus-stack.yaml | retentionSize                | retentionsize
            VALUE_TYPE           | observability/prometheus-adapter.yaml | replicas: 2                | 'replicas: "2"'
            PATH_NOT_RENDERED    | kustomizations/apps.yaml            | '[.]/environments'          | './../environments'
            PATH_NOT_RENDERED    | apps/ollama.yaml                    | ./charts-out                 | ./../charts-out
            FILES_NOT_LISTED     | apps/kustomization.yaml             | '  - ollama.yaml'            | '  - ../apps/ollama.yaml'
            OBJECT_INVALID       | apps/kustomization.yaml             | '  - ollama.yaml'            | '  - { name: ollama.yaml }'
            OBJECT_INVALID       | apps/ollama.yaml                    | '  valuesFrom:'              | '  valuesFrom:\n    - cluster-facts'
            NO_OBJECT            | platform/kube-prometheus-stack.yaml | '    extraManifests:'        | '    extraManifests:\n      more: text'
            NO_OBJECT            | observability/prometheus-adapter.yaml | '  values:'                 | '  values:\n    extraManifests: [text]'
            NO_OBJECT            | observability/prometheus-adapter.yaml | '  values:'                 | '  values:\n    extraManifests: text'
            CHART_WITHOUT_KEYS   | observability/dcgm-exporter.yaml    | 4.8.2                        | 4.8.3
            """)
    void aSlipIsFound(Code code, String path, String before, String after) {
        String text = after == null ? "" : after;
        assertThat(check(changed(path, before, text))).extracting(Problem::code).contains(code);
    }

    @Test
    void aFileThatIsNotListedOrHasNoListIsFound() {
        TreeMap<RelPath, String> files = new TreeMap<>(FILES.files());
        files.put(
                new RelPath(REGION + "apps/more.yaml"), "apiVersion: v1\nkind: Namespace\nmetadata: { name: more }\n");
        assertThat(check(FileSet.of(files))).extracting(Problem::code).containsExactly(Code.FILES_NOT_LISTED);
        files.remove(new RelPath(REGION + "apps/kustomization.yaml"));
        assertThat(check(FileSet.of(files))).extracting(Problem::code).contains(Code.FILES_NOT_LISTED);
    }

    @Test
    void aFileWithoutAnObjectIsFound() {
        FileSet files = changed("apps/ollama.yaml", "(?s).*", "just text\n");
        assertThat(Region.in(files).problems()).extracting(Problem::code).containsExactly(Code.NO_OBJECT);
        assertThat(check(files)).extracting(Problem::code).contains(Code.NO_OBJECT);
    }
}
