package dev.berth.plan.nodes;

import dev.berth.catalog.Fact;
import dev.berth.model.Bounds;
import dev.berth.model.Setting;
import dev.berth.plan.decision.Counted;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.group.GroupPlan;
import dev.berth.plan.resolve.Resolved;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Derives how many nodes a pool needs: each replica holds one GPU, or one part of several that take turns on it. */
public record NodeCounts(Decision<Integer> min, Decision<Integer> max, Decision<Integer> floor) {

    /** @param most nodes that AKS takes in a pool */
    public static NodeCounts of(Resolved.Pool pool, List<GroupPlan> groups, Fact<Integer> most, Problems problems) {
        String id = "pool." + pool.name() + ".nodes.";
        Bounds bounds = pool.pool().nodes();
        Decision<Integer> needed = carrying(id + "needed", groups, GroupPlan::minReplicas, pool);
        Decision<Integer> largest = carrying(id + "most", groups, GroupPlan::maxReplicas, pool);
        Decision<Integer> min = Decision.derived(id + "min", needed.value(), needed.shown())
                .from(needed)
                .by("as many as run when every group is at its smallest")
                .unless(bounds.min(), Counted::nodes);
        Decision<Integer> max = larger(id + "max", largest, min, "as many as run when every group is at its largest")
                .unless(bounds.max(), Counted::nodes);
        Decision<Integer> floor = larger(id + "floor", needed, min, "as many as the replicas need at the least");
        check(pool, largest, min, problems);
        checkSlices(pool, needed, largest, min, max, problems);
        if (max.value() > most.value()) {
            problems.add(
                    Code.POOL_TOO_LARGE,
                    pool.pool().size().isPinned() || groups.isEmpty()
                            ? pool.pool().size().at()
                            : groups.get(0).group().at(),
                    "pool `" + pool.name() + "` may need " + Counted.nodes(max.value()) + " (" + max.formula()
                            + "), AKS has " + most.value() + " in a pool at the most",
                    "take a size with more or faster GPUs, more `slots`, or share the models out over groups on several pools");
        }
        return new NodeCounts(min, max, floor);
    }

    /** What the replicas need, unless the pool keeps more. */
    private static Decision<Integer> larger(String id, Decision<Integer> needed, Decision<Integer> min, String reason) {
        boolean keeps = min.value() > needed.value();
        int nodes = keeps ? min.value() : needed.value();
        return Decision.derived(id, nodes, Counted.nodes(nodes))
                .from(needed)
                .from(min)
                .by(
                        keeps
                                ? "the pool keeps " + Counted.nodes(nodes) + ", the replicas need " + needed.value()
                                : reason);
    }

    private static Decision<Integer> carrying(
            String id, List<GroupPlan> groups, Function<GroupPlan, Decision<Integer>> replicas, Resolved.Pool pool) {
        List<Decision<Integer>> counts = groups.stream().map(replicas).toList();
        int total = counts.stream().mapToInt(Decision::value).sum();
        int needed = (total + pool.replicasPerNode() - 1) / pool.replicasPerNode();
        Decision.Draft<Integer> draft = Decision.derived(id, needed, Counted.nodes(needed))
                .fromAll(counts)
                .from(pool.size().citation(), "GPUs", pool.size().gpus());
        pool.slices().ifPresent(draft::from);
        return draft.by("replicas " + total + " / " + pool.divisor() + ", rounded up");
    }

    private static void check(Resolved.Pool pool, Decision<Integer> most, Decision<Integer> min, Problems problems) {
        Optional<Setting<Integer>> pinnedMax = pool.pool().nodes().max();
        Optional<Setting<Integer>> pinnedMin = pool.pool().nodes().min();
        String groups = "the groups on pool `" + pool.name() + "`";
        if (most.value() == 0) {
            problems.add(
                    Code.POOL_UNUSED,
                    pool.pool().name().at(),
                    "no group runs on pool `" + pool.name() + "`, which keeps " + Counted.nodes(min.value()),
                    "name it in `inference.groups.<group>.pool`, or remove it");
            return;
        }
        pinnedMax
                .filter(pinned -> pinned.value() < most.value())
                .ifPresent(pinned -> problems.add(
                        Code.TOO_FEW_NODES,
                        pinned.at(),
                        "`" + pinned.path() + "` is " + pinned.value() + ", " + groups + " may need " + most.value()
                                + " (" + most.formula() + ")",
                        "write " + most.value() + " or more, or lower `replicas.max` of a group"));
        Stream.concat(pinnedMin.stream(), pinnedMax.stream())
                .filter(pinned -> pinned.value() > most.value())
                .forEach(pinned -> problems.add(
                        Code.NODES_NEVER_USED,
                        pinned.at(),
                        "`" + pinned.path() + "` is " + pinned.value() + ", " + groups + " never need more than "
                                + most.value(),
                        "write " + most.value() + " or less, or raise `replicas.max` of a group"));
    }

    /**
     * Where no node of the pool is ready, the cluster autoscaler reckons with one that has the GPUs of its size: as if
     * nothing were shared. It can do no harm in a pool that does not grow.
     */
    private static void checkSlices(
            Resolved.Pool pool,
            Decision<Integer> needed,
            Decision<Integer> most,
            Decision<Integer> min,
            Decision<Integer> max,
            Problems problems) {
        Optional<Setting<Integer>> sliced =
                pool.slices().filter(sharing -> most.value() > 0 && max.value() > min.value());
        sliced.ifPresent(sharing -> problems.add(
                Code.SLICES_UNSEEN,
                sharing.at(),
                "while no node of pool `" + pool.name() + "` is ready, as at the first start, the cluster autoscaler"
                        + " counts on " + Counted.replicas(pool.size().gpus()) + " for a node, not on "
                        + pool.replicasPerNode() + ": it may start up to " + Counted.nodes(max.value()) + " where "
                        + Math.max(1, needed.value()) + " would do, and remove them later",
                min.value() == 0
                        ? "write `nodes.min: 1` or more, so that it happens at the first start alone, and waive P037"
                        : "waive P037 when that is acceptable, or write `nodes.min: " + max.value()
                                + "`: a pool that does not grow has no such risk"));
    }
}
