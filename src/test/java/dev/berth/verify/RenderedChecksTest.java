package dev.berth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.files.FileSet;
import dev.berth.files.RelPath;
import dev.berth.plan.Plans;
import dev.berth.render.Renderer;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A check that nobody calls finds nothing: one slip of each kind comes through to what the command reports. */
class RenderedChecksTest {

    private static final FileSet FILES =
            Renderer.render(Plans.of(Plans.example()), "digest", "1").files();

    private static final RenderedChecks CHECKS = new RenderedChecks(Plans.catalog());

    @Test
    void whatIsRenderedIsRight() {
        assertThat(CHECKS.check(FILES).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            M001 helm lint | charts-out/test/ollama/values.yaml | 'minReplicas: 2' | 'minReplicas: 0'
            M001 helm template | charts-out/test/ollama/templates/service.yaml | 'spec:' | 'spec: {{ fail "no" }}'
            M002 no schema | charts-out/test/ollama/templates/service.yaml | 'kind: Service' | 'kind: Servis'
            M003 Service/ollama | charts-out/test/ollama/templates/service.yaml | 'ports:' | 'portz:'
            M003 HelmRelease/ollama | environments/test/westeurope/apps/ollama.yaml | 'interval:' | 'intervall:'
            M003 Kustomization/ | environments/test/westeurope/apps/kustomization.yaml | 'resources:' | 'namePrefiks: x\nresources:'
            M004 ServiceAccount/ | charts-out/test/ollama/templates/serviceaccount.yaml | '(?s)(.*)' | '$1\n---\n$1'
            M006 the file holds | environments/test/westeurope/apps/ollama.yaml | '(?s).*' | 'just text'
            F001 HelmRelease/ollama | environments/test/westeurope/apps/ollama.yaml | 'name: berth' | 'name: bert'
            U001 chart | environments/test/westeurope/platform/kube-prometheus-stack.yaml | retentionSize | retentionsize
            B003 the catalogue | bicep/test/main.bicepparam | Standard_NC4as_T4_v3 | Standard_NC4as_T4_v4
            """)
    void aSlipOfEachKindIsReported(String said, String path, String before, String after) {
        TreeMap<RelPath, String> files = new TreeMap<>(FILES.files());
        files.computeIfPresent(new RelPath(path), (key, text) -> text.replaceFirst(before, after.replace("\\n", "\n")));
        assertThat(files).as("%s in %s", before, path).isNotEqualTo(FILES.files());
        assertThat(CHECKS.check(FileSet.of(files)).problems())
                .extracting(problem -> problem.code().id() + " " + problem.message())
                .anyMatch(problem -> problem.startsWith(said));
    }
}
