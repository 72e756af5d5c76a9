package dev.berth.render.flux;

import dev.berth.catalog.UpstreamChart;
import dev.berth.files.RelPath;
import dev.berth.plan.Plan;
import dev.berth.render.output.Rendered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Renders what Flux syncs: a folder for each region, and in each folder the list of its files. */
public final class FluxTree {

    private static final String TEMPLATES = "environments/";
    private static final String LIST = "kustomization";

    private static final List<String> NAMESPACES =
            List.of("gpu-system", "gpu-system-ingress", "monitoring", "monitoring-ingress", "ollama");
    private static final List<String> NAMESPACES_OF_KEDA = List.of("keda", "keda-ingress");

    private FluxTree() {}

    /** A file to be rendered; name and template go without their ending. */
    private record Entry(String name, String template, Map<String, Object> parameters) {

        Rendered in(RelPath folder) {
            return Rendered.file(folder.resolve(name + ".yaml"), TEMPLATES + template + ".yaml", parameters);
        }
    }

    public static Rendered render(Plan plan) {
        List<FluxStage> stages = FluxStage.of(plan);
        return Rendered.union(plan.environment().azure().regions().stream()
                .map(region -> region(FluxRegion.of(plan, region.value()), stages))
                .toList());
    }

    private static Rendered region(FluxRegion region, List<FluxStage> stages) {
        RelPath root = region.directory();
        Map<String, Object> ofRegion = Map.of("region", region);
        List<Rendered> parts = new ArrayList<>();
        parts.add(new Entry("cluster-facts", "cluster-facts", ofRegion).in(root));
        parts.add(list(root, List.of("cluster-facts.yaml", "kustomizations", "namespaces", "sources")));
        parts.add(folder(
                root.resolve("namespaces"),
                Stream.concat(NAMESPACES.stream(), region.keda() ? NAMESPACES_OF_KEDA.stream() : Stream.empty())
                        .map(name -> new Entry(name, "namespaces/" + name, ofRegion))));
        parts.add(folder(
                root.resolve("sources"),
                region.charts().values().stream()
                        .filter(chart -> stages.stream()
                                .anyMatch(stage -> stage.releases().contains(chart.name())))
                        .map(UpstreamChart::repository)
                        .distinct()
                        .map(repository ->
                                new Entry(repository.name(), "sources/repository", Map.of("repository", repository)))));
        parts.add(folder(
                root.resolve("kustomizations"),
                stages.stream()
                        .map(stage -> new Entry(
                                stage.name(), "kustomizations/stage", Map.of("region", region, "stage", stage)))));
        for (FluxStage stage : stages) {
            parts.add(folder(
                    root.resolve(stage.name()),
                    Stream.concat(stage.releases().stream(), stage.others().stream())
                            .map(name -> new Entry(name, stage.name() + "/" + name, ofRegion))));
        }
        return Rendered.union(parts);
    }

    /** Files and their list. */
    private static Rendered folder(RelPath folder, Stream<Entry> files) {
        List<Rendered> parts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        files.forEach(file -> {
            parts.add(file.in(folder));
            names.add(file.name() + ".yaml");
        });
        parts.add(list(folder, names));
        return Rendered.union(parts);
    }

    private static Rendered list(RelPath folder, List<String> names) {
        return new Entry(LIST, LIST, Map.of("resources", List.copyOf(new TreeSet<>(names)))).in(folder);
    }
}
