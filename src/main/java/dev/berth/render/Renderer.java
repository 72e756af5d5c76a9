package dev.berth.render;

import dev.berth.files.OutputDirectories;
import dev.berth.files.RelPath;
import dev.berth.plan.Plan;
import dev.berth.render.bicep.BicepFiles;
import dev.berth.render.chart.Charts;
import dev.berth.render.flux.FluxTree;
import dev.berth.render.output.Rendered;
import java.util.ArrayList;
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
        RelPath environments = OutputDirectories.environments(plan.environment().name());
        RelPath bicep = OutputDirectories.bicep(plan.environment().name());
        List<Rendered> parts = new ArrayList<>();
        Charts.of(plan).forEach(chart -> parts.add(chart.render(plan, charts)));
        parts.add(marker(plan, charts, inputDigest, toolVersion));
        parts.add(FluxTree.render(plan));
        parts.add(marker(plan, environments, inputDigest, toolVersion));
        parts.add(BicepFiles.render(plan, bicep));
        parts.add(marker(plan, bicep, inputDigest, toolVersion));
        return Rendered.union(parts);
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
