package dev.berth.manifest;

import dev.berth.files.FileSet;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import java.util.ArrayList;
import java.util.List;

/** The objects of an environment: what its charts say once Helm has filled in their values. */
public final class Manifests {

    private Manifests() {}

    /** Every object of the rendered files of one environment, chart by chart. */
    public static Result<List<Manifest>> of(FileSet files, String kubernetesVersion) {
        Problems problems = new Problems();
        List<Manifest> all = new ArrayList<>();
        for (Chart chart : Chart.in(files)) {
            try (HelmChart helm = HelmChart.unpack(chart, kubernetesVersion)) {
                Result<List<Manifest>> objects = helm.objects();
                problems.addAll(objects.problems());
                if (objects instanceof Result.Ok<List<Manifest>> ok) {
                    all.addAll(ok.value());
                }
            }
        }
        return problems.result(() -> List.copyOf(all));
    }
}
