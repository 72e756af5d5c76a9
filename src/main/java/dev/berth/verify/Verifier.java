package dev.berth.verify;

import dev.berth.files.FileSet;
import dev.berth.manifest.Chart;
import dev.berth.manifest.HelmChart;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.ObjectId;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks the rendered files of an environment, in process: Helm's own lint, and the schema of every object. */
public final class Verifier {

    private final String kubernetesVersion;
    private final ObjectSchemas schemas;

    /** @param kubernetesVersion minor version, such as 1.35 */
    public Verifier(String kubernetesVersion) {
        this.kubernetesVersion = kubernetesVersion;
        this.schemas = new ObjectSchemas(kubernetesVersion);
    }

    /** The checked objects, or everything that is wrong with them. */
    public Result<List<Manifest>> verify(FileSet files) {
        Problems problems = new Problems();
        List<Manifest> manifests = new ArrayList<>();
        for (Chart chart : Chart.in(files)) {
            try (HelmChart helm = HelmChart.unpack(chart, kubernetesVersion)) {
                problems.addAll(helm.lint());
                Result<List<Manifest>> objects = helm.objects();
                problems.addAll(objects.problems());
                if (objects instanceof Result.Ok<List<Manifest>> ok) {
                    manifests.addAll(ok.value());
                }
            }
        }
        manifests.forEach(manifest -> problems.addAll(schemas.check(manifest)));
        refuseRepeats(manifests, problems);
        return problems.result(() -> List.copyOf(manifests));
    }

    private static void refuseRepeats(List<Manifest> manifests, Problems problems) {
        Set<ObjectId> seen = new HashSet<>();
        for (Manifest manifest : manifests) {
            if (!seen.add(manifest.id())) {
                problems.add(
                        Code.OBJECT_REPEATED,
                        manifest.text().start(),
                        manifest.id() + " is rendered twice",
                        "two groups or charts produce one name: this is a defect of Berth, please report it");
            }
        }
    }
}
