package dev.berth.verify;

import dev.berth.files.FileSet;
import dev.berth.manifest.HelmChart;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.Manifests;
import dev.berth.manifest.ObjectId;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import dev.berth.source.Result;
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
        for (var chart : Manifests.charts(files)) {
            try (HelmChart helm = new HelmChart(chart, kubernetesVersion)) {
                problems.addAll(helm.lint().problems());
            }
        }
        Result<List<Manifest>> manifests = Manifests.of(files, kubernetesVersion);
        problems.addAll(manifests.problems());
        if (!(manifests instanceof Result.Ok<List<Manifest>> ok)) {
            return new Result.Failed<>(problems.toList());
        }
        ok.value().forEach(manifest -> problems.addAll(schemas.check(manifest)));
        refuseRepeats(ok.value(), problems);
        return problems.result(ok::value);
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
