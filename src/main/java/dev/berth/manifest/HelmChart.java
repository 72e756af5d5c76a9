package dev.berth.manifest;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import dev.berth.program.TemporaryFolder;
import dev.berth.source.Code;
import dev.berth.source.Defect;
import dev.berth.source.Problem;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import java.nio.file.Path;
import java.util.List;

/** A chart in a folder of its own, where the real Helm works on it, in process. */
public final class HelmChart implements AutoCloseable {

    private final Chart chart;
    private final String kubernetesVersion;
    private final TemporaryFolder folder;

    private HelmChart(Chart chart, String kubernetesVersion, TemporaryFolder folder) {
        this.chart = chart;
        this.kubernetesVersion = kubernetesVersion;
        this.folder = folder;
    }

    /** @param kubernetesVersion minor version that the templates see, such as 1.35 */
    public static HelmChart unpack(Chart chart, String kubernetesVersion) {
        TemporaryFolder folder = new TemporaryFolder("berth-helm");
        try {
            chart.files().files().forEach((path, text) -> folder.write(chart.pathInside(path), text));
            return new HelmChart(chart, kubernetesVersion, folder);
        } catch (RuntimeException full) {
            folder.close();
            throw full;
        }
    }

    /** What {@code helm lint --strict} finds; advice is left out. */
    public List<Problem> lint() {
        LintResult lint = new Helm(folder.path()).lint().strict().call();
        return lint.getMessages().stream()
                .filter(message -> !message.isBlank() && !message.startsWith("[INFO]"))
                .map(finding -> refused("helm lint: " + finding))
                .toList();
    }

    /**
     * The objects of a release of the chart.
     *
     * @param values what the release gives, as YAML; they are laid over the chart's own
     */
    Result<List<Manifest>> objects(Release release, String values) {
        try (TemporaryFolder given = new TemporaryFolder("berth-values")) {
            given.write("values.yaml", values);
            String stream = new Helm(folder.path())
                    .template()
                    .withName(release.name())
                    .withNamespace(release.namespace())
                    .withKubeVersion(kubernetesVersion + ".0")
                    .withValuesFile(given.path().resolve("values.yaml"))
                    .call();
            return new ManifestStream(chart, release.object().region()).read(stream);
        } catch (IllegalStateException refused) {
            return Result.failed(refused("helm template: " + refused.getMessage()));
        }
    }

    private Problem refused(String message) {
        Path path = folder.path();
        return new Problem(
                Code.HELM_REFUSES,
                SourceFile.unread(chart.directory().value()).start(),
                message.replace(path.toString(), chart.directory().value()).strip(),
                Defect.IN_TEMPLATE);
    }

    @Override
    public void close() {
        folder.close();
    }
}
