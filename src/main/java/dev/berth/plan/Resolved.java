package dev.berth.plan;

import dev.berth.catalog.GpuSize;
import dev.berth.catalog.LlmModel;
import dev.berth.model.GpuPool;
import dev.berth.model.Group;
import dev.berth.model.ModelRequest;
import java.util.List;

/** The environment with every name replaced by what it names. */
record Resolved(List<ServingGroup> groups, List<Pool> pools) {

    record Pool(GpuPool pool, GpuSize size) {
        String name() {
            return pool.name().value();
        }
    }

    record Model(ModelRequest request, LlmModel model, Group group) {}

    record ServingGroup(Group group, Pool pool, List<Model> models) {}
}
