package dev.berth.render.chart;

import dev.berth.files.RelPath;
import dev.berth.plan.Plan;
import dev.berth.render.output.FixedFiles;
import dev.berth.render.output.Rendered;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A chart of ours: templates that are the same everywhere, values that are the environment's.
 *
 * @param name of the chart, of its folder among the templates, and of its release
 * @param fixed the files that are the same in every environment
 * @param view what the values say, in the words of the chart
 */
public record ChartTemplate(String name, FixedFiles fixed, Function<Plan, ?> view) {

    static ChartTemplate of(String name, Function<Plan, ?> view, String... fixedFiles) {
        return new ChartTemplate(name, FixedFiles.of(folder(name), List.of(fixedFiles)), view);
    }

    /** @param charts the directory of the environment's charts */
    public Rendered render(Plan plan, RelPath charts) {
        RelPath chart = charts.resolve(name);
        Object values = view.apply(plan);
        Rendered valuesFile = file(chart, "values.yaml", Map.of("values", values));
        String unversioned = chartFile(chart, values, ChartVersion.PLACEHOLDER).onlyText();
        String version = ChartVersion.of(fixed, unversioned, valuesFile.onlyText());
        return Rendered.union(
                List.of(Rendered.withoutMarks(fixed.in(chart)), valuesFile, chartFile(chart, values, version)));
    }

    private Rendered chartFile(RelPath chart, Object values, String version) {
        return file(chart, "Chart.yaml", Map.of("values", values, "version", version));
    }

    private Rendered file(RelPath chart, String file, Map<String, Object> parameters) {
        return Rendered.file(chart.resolve(file), folder(name) + "/" + file, parameters);
    }

    private static String folder(String name) {
        return "charts/" + name;
    }
}
