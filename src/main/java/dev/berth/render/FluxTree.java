package dev.berth.render;

import dev.berth.files.RelPath;
import dev.berth.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Renders what Flux syncs: a folder for each region, and in each folder the list of its files. */
final class FluxTree {

    private static final String TEMPLATES = "environments/";
    private static final String LIST = "kustomization.yaml";

    private static final List<String> NAMESPACES =
            List.of("gpu-system", "gpu-system-ingress", "monitoring", "monitoring-ingress", "ollama");

    private FluxTree() {}

    static Rendered render(Plan plan) {
        return Rendered.union(plan.environment().azure().regions().stream()
                .map(region -> region(FluxRegion.of(plan, region.value())))
                .toList());
    }

    private static Rendered region(FluxRegion region) {
        RelPath root = region.directory();
        List<Rendered> parts = new ArrayList<>();
        parts.add(file(root, "", "cluster-facts.yaml", Map.of()));
        parts.add(list(root, List.of("cluster-facts.yaml", "kustomizations", "namespaces", "sources")));
        parts.add(folder(root, "namespaces", NAMESPACES, Map.of("region", region)));
        parts.add(sources(root, region));
        parts.add(kustomizations(root, region));
        for (FluxStage stage : FluxStage.ALL) {
            List<String> files = Stream.concat(stage.releases().stream(), stage.others().stream())
                    .toList();
            parts.add(folder(root, stage.name(), files, Map.of("region", region)));
        }
        return Rendered.union(parts);
    }

    private static Rendered sources(RelPath root, FluxRegion region) {
        RelPath folder = root.resolve("sources");
        List<Rendered> parts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        region.charts().values().stream()
                .map(chart -> chart.repository())
                .distinct()
                .forEach(repository -> {
                    names.add(repository.name() + ".yaml");
                    parts.add(Rendered.file(
                            folder.resolve(repository.name() + ".yaml"),
                            TEMPLATES + "sources/repository.yaml",
                            Map.of("repository", repository)));
                });
        parts.add(list(folder, names));
        return Rendered.union(parts);
    }

    private static Rendered kustomizations(RelPath root, FluxRegion region) {
        RelPath folder = root.resolve("kustomizations");
        List<Rendered> parts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (FluxStage stage : FluxStage.ALL) {
            names.add(stage.name() + ".yaml");
            parts.add(Rendered.file(
                    folder.resolve(stage.name() + ".yaml"),
                    TEMPLATES + "kustomizations/stage.yaml",
                    Map.of("region", region, "stage", stage)));
        }
        parts.add(list(folder, names));
        return Rendered.union(parts);
    }

    private static Rendered folder(RelPath root, String name, List<String> files, Map<String, Object> parameters) {
        List<Rendered> parts = new ArrayList<>();
        files.forEach(file -> parts.add(file(root, name + "/", file + ".yaml", parameters)));
        parts.add(list(
                root.resolve(name), files.stream().map(file -> file + ".yaml").toList()));
        return Rendered.union(parts);
    }

    private static Rendered file(RelPath root, String folder, String name, Map<String, Object> parameters) {
        return Rendered.file(root.resolve(folder + name), TEMPLATES + folder + name, parameters);
    }

    private static Rendered list(RelPath folder, List<String> names) {
        return Rendered.file(
                folder.resolve(LIST), TEMPLATES + LIST, Map.of("resources", List.copyOf(new TreeSet<>(names))));
    }
}
