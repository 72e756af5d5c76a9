package dev.berth.manifest;

import dev.berth.files.FileSet;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import dev.berth.yaml.YamlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The objects of an environment, region by region: those that Flux applies, and what the charts of this repository say
 * once Helm has filled in the values of their releases.
 */
public final class Manifests {

    private final Map<String, Chart> charts = new HashMap<>();
    private final Map<List<String>, Result<List<Manifest>>> filledIn = new HashMap<>();
    private final String kubernetesVersion;

    private Manifests(FileSet files, String kubernetesVersion) {
        Chart.in(files).forEach(chart -> charts.put(chart.directory().value(), chart));
        this.kubernetesVersion = kubernetesVersion;
    }

    /**
     * Every object of the rendered files of one environment. What is known only in the cluster is stood for by the name
     * of the fact.
     */
    public static Result<List<Manifest>> of(FileSet files, String kubernetesVersion) {
        Manifests manifests = new Manifests(files, kubernetesVersion);
        return Region.in(files).then(manifests::all);
    }

    private Result<List<Manifest>> all(List<Region> regions) {
        Problems problems = new Problems();
        List<Manifest> all = new ArrayList<>();
        for (Region region : regions) {
            all.addAll(region.objects());
            for (Release release : region.releases()) {
                Result<List<Manifest>> objects = objects(release);
                problems.addAll(objects.problems());
                if (objects instanceof Result.Ok<List<Manifest>> ok) {
                    ok.value().forEach(object -> all.add(object.in(region.name())));
                }
            }
        }
        return problems.result(() -> List.copyOf(all));
    }

    private Result<List<Manifest>> objects(Release release) {
        Chart chart = charts.get(release.directory().map(Object::toString).orElse(""));
        if (chart == null) {
            return release.extraManifests();
        }
        // Regions that give a chart the same values get the same objects.
        String values = YamlText.of(release.values());
        return filledIn.computeIfAbsent(
                List.of(chart.directory().value(), release.name(), release.namespace(), values),
                key -> fillIn(chart, release, values));
    }

    private Result<List<Manifest>> fillIn(Chart chart, Release release, String values) {
        try (HelmChart helm = HelmChart.unpack(chart, kubernetesVersion)) {
            return helm.objects(release, values);
        }
    }
}
