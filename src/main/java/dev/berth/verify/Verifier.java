package dev.berth.verify;

import dev.berth.files.FileSet;
import dev.berth.manifest.Chart;
import dev.berth.manifest.HelmChart;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.Manifests;
import dev.berth.manifest.ObjectId;
import dev.berth.manifest.Region;
import dev.berth.source.Code;
import dev.berth.source.Defect;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks the rendered files of an environment, in process: Helm's own lint, the schema of every object, and that the
 * objects of Flux name only what exists.
 */
final class Verifier {

    private final String kubernetesVersion;
    private final ObjectSchemas schemas;
    private final UpstreamValues upstreamValues = new UpstreamValues();

    /** @param kubernetesVersion minor version, such as 1.35 */
    Verifier(String kubernetesVersion) {
        this.kubernetesVersion = kubernetesVersion;
        this.schemas = new ObjectSchemas(kubernetesVersion);
    }

    /** The checked objects of all regions, or everything that is wrong with them. */
    Result<List<Manifest>> verify(FileSet files) {
        Problems problems = new Problems();
        for (Chart chart : Chart.in(files)) {
            try (HelmChart helm = HelmChart.unpack(chart, kubernetesVersion)) {
                problems.addAll(helm.lint());
            }
        }
        Result<List<Region>> regions = Region.in(files);
        if (regions instanceof Result.Ok<List<Region>> ok) {
            ok.value().forEach(region -> check(region, files, problems));
        }
        Result<List<Manifest>> manifests = Manifests.of(files, kubernetesVersion);
        if (manifests instanceof Result.Ok<List<Manifest>> ok) {
            ok.value().forEach(manifest -> problems.addAll(schemas.check(manifest)));
            refuseRepeats(ok.value(), problems);
            new Scalers(problems).check(ok.value());
        }
        return problems.and(manifests);
    }

    private void check(Region region, FileSet files, Problems problems) {
        region.lists().forEach(list -> problems.addAll(schemas.check(list)));
        new FileLists(region, files).check(problems);
        new FluxNames(region, files, problems).check();
        new FluxOrder(region, problems).check();
        new FluxFacts(region, problems).check();
        region.releases().forEach(release -> upstreamValues.check(release, problems));
    }

    private static void refuseRepeats(List<Manifest> manifests, Problems problems) {
        record Seen(String region, ObjectId id) {}
        Set<Seen> seen = new HashSet<>();
        for (Manifest manifest : manifests) {
            if (!seen.add(new Seen(manifest.region(), manifest.id()))) {
                problems.add(
                        Code.OBJECT_REPEATED,
                        manifest.text().start(),
                        manifest.id() + " is rendered twice",
                        Defect.hint("two groups or charts produce one name"));
            }
        }
    }
}
