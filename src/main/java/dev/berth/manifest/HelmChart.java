package dev.berth.manifest;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import java.util.List;

/** A chart in a folder of its own, where the real Helm works on it, in process. */
public final class HelmChart implements AutoCloseable {

    static final String NAMESPACE = "ollama";

    private final Chart chart;
    private final String kubernetesVersion;
    private final TemporaryFolder folder = new TemporaryFolder("berth-helm");

    /** @param kubernetesVersion minor version that the templates see, such as 1.35 */
    public HelmChart(Chart chart, String kubernetesVersion) {
        this.chart = chart;
        this.kubernetesVersion = kubernetesVersion;
        chart.files().files().forEach((path, text) -> folder.write(chart.pathInside(path), text));
    }

    /** What {@code helm lint --strict} finds; advice is left out. */
    public Result<Chart> lint() {
        LintResult lint = new Helm(folder.path()).lint().strict().call();
        List<String> findings = lint.getMessages().stream()
                .filter(message -> !message.startsWith("[INFO]"))
                .toList();
        Problems problems = new Problems();
        findings.forEach(finding -> problems.add(
                Code.HELM_REFUSES,
                SourceFile.unread(chart.directory().value()).start(),
                "helm lint: " + withoutFolder(finding),
                "the chart's template is wrong: this is a defect of Berth, please report it"));
        return problems.result(() -> chart);
    }

    /** The objects of the chart as Helm prints them. */
    public Result<String> template() {
        try {
            return Result.ok(new Helm(folder.path())
                    .template()
                    .withName(chart.name())
                    .withNamespace(NAMESPACE)
                    .withKubeVersion(kubernetesVersion + ".0")
                    .call());
        } catch (IllegalStateException refused) {
            return Result.failed(
                    Code.HELM_REFUSES,
                    SourceFile.unread(chart.directory().value()).start(),
                    "helm template: " + withoutFolder(String.valueOf(refused.getMessage())),
                    "the chart's template is wrong: this is a defect of Berth, please report it");
        }
    }

    private String withoutFolder(String message) {
        return message.replace(folder.path().toString(), chart.directory().value())
                .strip();
    }

    @Override
    public void close() {
        folder.close();
    }
}
