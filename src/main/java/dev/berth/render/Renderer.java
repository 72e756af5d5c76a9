package dev.berth.render;

import dev.berth.files.OutputDirectories;
import dev.berth.files.RelPath;
import dev.berth.plan.Plan;
import java.util.List;
import java.util.Map;

/** Renders everything that runs one environment. Pure: the same plan gives the same bytes everywhere. */
public final class Renderer {

    private Renderer() {}

    /**
     * @param inputDigest digest of all that the plan was made from, for the marker file
     * @param toolVersion version of Berth, for the marker file
     */
    public static Rendered render(Plan plan, String inputDigest, String toolVersion) {
        RelPath charts = OutputDirectories.charts(plan.environment().name());
        RelPath bicep = OutputDirectories.bicep(plan.environment().name());
        return Rendered.union(List.of(
                OllamaChart.render(plan, charts),
                marker(plan, charts, inputDigest, toolVersion),
                BicepFiles.render(plan, bicep),
                marker(plan, bicep, inputDigest, toolVersion)));
    }

    private static Rendered marker(Plan plan, RelPath directory, String inputDigest, String toolVersion) {
        return Rendered.file(
                directory.resolve(OutputDirectories.MARKER),
                "marker.yaml",
                Map.of(
                        "source", plan.environment().file().path(),
                        "input", inputDigest,
                        "version", toolVersion));
    }
}
