package dev.berth.render;

import dev.berth.files.RelPath;
import dev.berth.plan.Plan;
import java.util.List;
import java.util.Map;

/** Renders chart {@code ollama}: templates that are the same everywhere, values that are the environment's. */
final class OllamaChart {

    private static final String NAME = "charts/ollama";

    private static final FixedFiles FIXED = FixedFiles.of(
            NAME,
            List.of(
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
                    "templates/storageclass.yaml"));

    private OllamaChart() {}

    /** @param charts the directory of the environment's charts */
    static Rendered render(Plan plan, RelPath charts) {
        RelPath chart = charts.resolve("ollama");
        OllamaValues view = OllamaValues.of(plan);
        Rendered values = Rendered.file(chart.resolve("values.yaml"), NAME + "/values.yaml", Map.of("values", view));
        String version = ChartVersion.of(
                FIXED, chartFile(chart, view, ChartVersion.PLACEHOLDER).onlyText(), values.onlyText());
        return Rendered.union(List.of(Rendered.withoutMarks(FIXED.in(chart)), values, chartFile(chart, view, version)));
    }

    private static Rendered chartFile(RelPath chart, OllamaValues view, String version) {
        return Rendered.file(
                chart.resolve("Chart.yaml"), NAME + "/Chart.yaml", Map.of("values", view, "version", version));
    }
}
