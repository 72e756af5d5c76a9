package dev.berth.plan;

import dev.berth.catalog.GpuSize;
import dev.berth.model.Bounds;
import dev.berth.model.Setting;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Derives how many nodes a pool needs: each replica holds one GPU. */
record NodeCounts(Decision<Integer> min, Decision<Integer> max, Decision<Integer> floor) {

    static NodeCounts of(Resolved.Pool pool, List<GroupPlan> groups, Problems problems) {
        String id = "pool." + pool.name() + ".nodes.";
        Decision<Integer> floor = carrying(id + "floor", groups, GroupPlan::minReplicas, pool.size());
        Decision<Integer> most = carrying(id + "max", groups, GroupPlan::maxReplicas, pool.size());
        Bounds bounds = pool.pool().nodes();
        Decision<Integer> min = Decision.derived(id + "min", floor.value(), floor.shown())
                .from(floor)
                .by("as many as run when every group is at its smallest")
                .unless(bounds.min(), NodeCounts::nodes);
        Decision<Integer> max = most.unless(bounds.max(), NodeCounts::nodes);
        check(pool, bounds, min, most, problems);
        return new NodeCounts(min, max, withAtLeast(min, floor));
    }

    private static Decision<Integer> carrying(
            String id, List<GroupPlan> groups, Function<GroupPlan, Decision<Integer>> replicas, GpuSize size) {
        List<Decision<Integer>> counts = groups.stream().map(replicas).toList();
        int total = counts.stream().mapToInt(Decision::value).sum();
        int needed = (total + size.gpus() - 1) / size.gpus();
        return Decision.derived(id, needed, nodes(needed))
                .fromAll(counts)
                .from(size.citation(), "GPUs", size.gpus())
                .by("replicas " + total + " / GPUs of a node " + size.gpus() + ", rounded up");
    }

    /** The pool keeps its min even when the replicas need fewer. */
    private static Decision<Integer> withAtLeast(Decision<Integer> min, Decision<Integer> floor) {
        if (min.value() <= floor.value()) {
            return floor;
        }
        return Decision.derived(floor.id(), min.value(), min.shown())
                .from(min)
                .from(floor)
                .by("the pool keeps " + nodes(min.value()) + ", the replicas need " + floor.value());
    }

    private static void check(
            Resolved.Pool pool, Bounds bounds, Decision<Integer> min, Decision<Integer> most, Problems problems) {
        Optional<Setting<Integer>> max = bounds.max();
        max.filter(pinned -> pinned.value() < most.value())
                .ifPresent(pinned -> problems.add(
                        Code.TOO_FEW_NODES,
                        pinned.at(),
                        "`" + pinned.path() + "` is " + pinned.value() + ", the groups on pool `" + pool.name()
                                + "` may need " + most.value() + " (" + most.formula() + ")",
                        "write " + most.value() + " or more, or lower `replicas.max` of a group"));
        max.filter(pinned -> pinned.value() > most.value() && most.value() > 0)
                .ifPresent(pinned -> problems.add(
                        Code.NODES_NEVER_USED,
                        pinned.at(),
                        "`" + pinned.path() + "` is " + pinned.value() + ", the groups on pool `" + pool.name()
                                + "` never need more than " + most.value(),
                        "write " + most.value() + ", or raise `replicas.max` of a group"));
        bounds.min()
                .filter(pinned -> pinned.value() > max.map(Setting::value).orElse(most.value()))
                .ifPresent(pinned -> problems.add(
                        Code.BOUNDS_CROSSED,
                        pinned.at(),
                        "`" + pinned.path() + "` is " + pinned.value() + ", more than the most, "
                                + max.map(Setting::value).orElse(most.value()),
                        "write a smaller min or a larger max"));
        if (most.value() == 0) {
            problems.add(
                    Code.POOL_UNUSED,
                    pool.pool().name().at(),
                    "no group runs on pool `" + pool.name() + "`, which keeps " + nodes(min.value()),
                    "name it in `inference.groups.<group>.pool`, or remove it");
        }
    }

    static String nodes(int number) {
        return number == 1 ? "1 node" : number + " nodes";
    }
}
