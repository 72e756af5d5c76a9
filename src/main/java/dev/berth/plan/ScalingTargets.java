package dev.berth.plan;

import dev.berth.catalog.Catalog;
import dev.berth.catalog.Fact;
import dev.berth.model.Count;
import dev.berth.model.Gib;
import dev.berth.model.Percent;
import dev.berth.model.Range;
import dev.berth.model.Setting;
import dev.berth.model.Signal;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.scaling.LeftOut;
import dev.berth.source.Problems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the scaler of a group holds.
 *
 * @param targets of the signals in percent that it reads, in the order of the value file
 * @param leftOut signals that it does not read although the value file names them
 * @param idleGpuMemory of all, in use when nobody asks for anything
 * @param idleMemory of a replica when nobody asks for anything
 * @param slots in use and waited for, of one replica, that a fleet is held at
 * @param wake what a request for a model without a home counts as
 */
public record ScalingTargets(
        Map<Signal, Decision<Percent>> targets,
        List<LeftOut> leftOut,
        Decision<Range<Percent>> idleGpuMemory,
        Decision<Range<Gib>> idleMemory,
        Decision<Count> slots,
        Decision<Count> wake) {

    static ScalingTargets of(
            GroupMemory memory,
            GpuMemorySignal gpuMemory,
            ResourceSignals resources,
            Decision<Integer> min,
            Catalog catalog,
            Problems problems) {
        Decision<Range<Percent>> idleGpu = gpuMemory.idle();
        Decision<Range<Gib>> idle = resources.idleMemory();
        Map<Signal, Decision<Percent>> targets = new LinkedHashMap<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (Setting<Signal> read : memory.resolved().group().signals()) {
            Signal signal = read.value();
            if (signal == Signal.GPU_MEMORY) {
                gpuMemory.outcome(idleGpu, problems).put(targets, leftOut);
                continue;
            }
            Setting<Percent> target = memory.resolved().group().targets().get(signal);
            if (target != null) {
                resources
                        .leftOut(signal, target, idle, problems)
                        .ifPresentOrElse(leftOut::add, () -> targets.put(signal, resource(memory, signal, target)));
            }
        }
        Decision<Count> slots = slots(memory, catalog);
        return new ScalingTargets(
                Collections.unmodifiableMap(targets),
                List.copyOf(leftOut),
                idleGpu,
                idle,
                slots,
                wake(memory, slots, min));
    }

    private static Decision<Percent> resource(GroupMemory memory, Signal signal, Setting<Percent> target) {
        return Decision.of(
                "group." + memory.name() + ".target." + signal.key(),
                target,
                target.value().toString());
    }

    private static Decision<Count> slots(GroupMemory memory, Catalog catalog) {
        Fact<Double> share = catalog.platform().slotsTarget();
        Count target = new Count(share.value() * memory.slots().value());
        return Decision.derived("group." + memory.name() + ".target.slots", target, target.digits(2) + " slots")
                .from(memory.slots())
                .from(share, "share of the slots")
                .by(new Count(share.value()).digits(2) + " x slots "
                        + memory.slots().value());
    }

    /** So that one waiting request asks for one replica more than stay anyway. */
    private static Decision<Count> wake(GroupMemory memory, Decision<Count> slots, Decision<Integer> min) {
        Count least = slots.value().times(min.value() + 1);
        return Decision.derived("group." + memory.name() + ".wake", least, least.digits(2) + " slots")
                .from(min)
                .from(slots)
                .by("(min " + min.value() + " + 1) x target " + slots.value().digits(2)
                        + ": a request for a model without a home needs replica " + (min.value() + 1));
    }

    List<Decision<?>> decisions() {
        List<Decision<?>> all = new ArrayList<>(List.of(idleGpuMemory, idleMemory, slots, wake));
        all.addAll(targets.values());
        return all;
    }
}
