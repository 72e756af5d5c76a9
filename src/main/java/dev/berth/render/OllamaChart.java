package dev.berth.render;

import dev.berth.files.RelPath;
import dev.berth.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Renders chart {@code ollama}: templates that are the same everywhere, values that are the environment's. */
final class OllamaChart {

    private static final String NAME = "charts/ollama";

    /** Files that do not depend on the environment. */
    private static final List<String> FIXED = List.of(
            "values.schema.json",
            "templates/NOTES.txt",
            "templates/_helpers.tpl",
            "templates/horizontalpodautoscaler.yaml",
            "templates/networkpolicy.yaml",
            "templates/persistentvolumeclaim.yaml",
            "templates/poddisruptionbudget.yaml",
            "templates/service.yaml",
            "templates/service-replicas.yaml",
            "templates/serviceaccount.yaml",
            "templates/statefulset.yaml",
            "templates/storageclass.yaml");

    private OllamaChart() {}

    /** @param charts the directory of the environment's charts */
    static Rendered render(Plan plan, RelPath charts) {
        RelPath chart = charts.resolve("ollama");
        OllamaValues values = OllamaValues.of(plan);
        List<Rendered> files = new ArrayList<>();
        FIXED.forEach(file -> files.add(Rendered.file(chart.resolve(file), NAME + "/" + file, Map.of())));
        files.add(Rendered.file(chart.resolve("values.yaml"), NAME + "/values.yaml", Map.of("values", values)));
        Rendered content = Rendered.union(files);
        Rendered unversioned = Rendered.union(List.of(content, chartFile(chart, values, ChartVersion.PLACEHOLDER)));
        String version = ChartVersion.of(unversioned.files());
        return Rendered.union(List.of(content, chartFile(chart, values, version)));
    }

    private static Rendered chartFile(RelPath chart, OllamaValues values, String version) {
        return Rendered.file(
                chart.resolve("Chart.yaml"), NAME + "/Chart.yaml", Map.of("values", values, "version", version));
    }
}
