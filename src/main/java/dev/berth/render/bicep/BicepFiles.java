package dev.berth.render.bicep;

import dev.berth.files.RelPath;
import dev.berth.plan.Plan;
import dev.berth.render.output.FixedFiles;
import dev.berth.render.output.Rendered;
import java.util.List;
import java.util.Map;

/** Renders the Bicep of an environment: modules that are the same everywhere, parameters that are the environment's. */
public final class BicepFiles {

    private static final String NAME = "bicep";

    private static final FixedFiles FIXED = FixedFiles.ofResources(
            NAME,
            List.of(
                    "bicepconfig.json",
                    "foundation.bicep",
                    "main.bicep",
                    "names.bicep",
                    "region.bicep",
                    "types.bicep",
                    "modules/cache.bicep",
                    "modules/cluster.bicep",
                    "modules/database.bicep",
                    "modules/flux.bicep",
                    "modules/network.bicep",
                    "modules/pools.bicep",
                    "modules/privateEndpoint.bicep",
                    "modules/queues.bicep",
                    "modules/storage.bicep",
                    "modules/vault.bicep",
                    "modules/workloadIdentity.bicep"));

    private BicepFiles() {}

    /** @param directory of the environment's Bicep */
    public static Rendered render(Plan plan, RelPath directory) {
        Map<String, Object> view = Map.of("parameters", BicepParameters.of(plan));
        return Rendered.union(List.of(
                Rendered.withoutMarks(FIXED.in(directory)),
                Rendered.file(directory.resolve("foundation.bicepparam"), NAME + "/foundation.bicepparam", view),
                Rendered.file(directory.resolve("main.bicepparam"), NAME + "/main.bicepparam", view)));
    }
}
