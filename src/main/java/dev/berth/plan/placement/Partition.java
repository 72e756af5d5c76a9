package dev.berth.plan.placement;

import java.util.List;
import java.util.Optional;

/** A way to share out homes. */
interface Partition {

    /** The homes of each of so many replicas, none without; empty where there is no such partition. */
    Optional<List<List<Tenant>>> into(int replicas);
}
