package dev.berth.plan.scaling;

import dev.berth.model.Count;
import dev.berth.model.Gib;
import dev.berth.model.Percent;
import dev.berth.model.Range;
import dev.berth.model.Setting;
import dev.berth.model.Signal;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.memory.GroupMemory;
import dev.berth.source.Problems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the scaler of a group holds.
 *
 * @param targets of the signals in percent that it reads, in the order of the value file
 * @param leftOut signals that it does not read although the value file names them
 * @param idleGpuMemory of all, in use when nobody asks for anything
 * @param idleMemory of a replica when nobody asks for anything
 * @param slots in use and waited for, of one replica, that a fleet is held at
 * @param wake what a request for a model without a home counts as
 * @param scheduledWakes what one for a model with homes in windows alone counts as
 */
public record ScalingTargets(
        Map<Signal, Decision<Percent>> targets,
        List<LeftOut> leftOut,
        Decision<Range<Percent>> idleGpuMemory,
        Decision<Range<Gib>> idleMemory,
        Decision<Count> slots,
        Wake wake,
        List<Wake> scheduledWakes) {

    public static ScalingTargets of(
            GroupMemory memory, GpuMemorySignal gpuMemory, ResourceSignals resources, Wakes wakes, Problems problems) {
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
        return new ScalingTargets(
                Collections.unmodifiableMap(targets),
                List.copyOf(leftOut),
                idleGpu,
                idle,
                wakes.slots(),
                wakes.onDemand(),
                wakes.scheduled());
    }

    private static Decision<Percent> resource(GroupMemory memory, Signal signal, Setting<Percent> target) {
        return Decision.of(
                "group." + memory.name() + ".target." + signal.key(),
                target,
                target.value().toString());
    }

    /** Of all models that have no home which is always there. */
    public List<Wake> wakes() {
        return Stream.concat(scheduledWakes.stream(), Stream.of(wake)).toList();
    }

    public List<Decision<?>> decisions() {
        List<Decision<?>> all = new ArrayList<>(List.of(idleGpuMemory, idleMemory, slots, wake.slots()));
        all.addAll(targets.values());
        scheduledWakes.forEach(scheduled -> all.add(scheduled.slots()));
        return all;
    }
}
