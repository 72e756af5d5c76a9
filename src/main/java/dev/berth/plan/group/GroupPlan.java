package dev.berth.plan.group;

import dev.berth.catalog.PlatformFacts.ScalingRate;
import dev.berth.model.Engine;
import dev.berth.model.Gib;
import dev.berth.model.Group;
import dev.berth.model.MilliCpu;
import dev.berth.model.Seconds;
import dev.berth.model.Signal;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.demand.GroupDemand;
import dev.berth.plan.memory.ModelPlan;
import dev.berth.plan.placement.HomeSet;
import dev.berth.plan.replicas.QueuePlan;
import dev.berth.plan.scaling.ScalingTargets;
import dev.berth.plan.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * How one group of replicas runs.
 *
 * @param homes what each replica keeps, by its ordinal: those below min at all times, further ones in windows
 * @param schedule absent where no model is kept by schedule
 * @param contextLength tokens of a model that was created without a context of its own
 * @param loadedModels models that a replica may hold at the same time
 * @param demand what its replicas are asked for
 * @param waits in the busiest hour with all replicas, by model; those without a demand or an end have none
 * @param queue whose messages scale it too
 */
public record GroupPlan(
        Group group,
        String pool,
        List<ModelPlan> models,
        Decision<Integer> slots,
        Decision<String> kvCacheType,
        Decision<Integer> homeReplicas,
        List<HomeSet> homes,
        Decision<Integer> minReplicas,
        Optional<Schedule> schedule,
        Decision<Integer> maxReplicas,
        Decision<Integer> contextLength,
        Decision<Integer> loadedModels,
        Decision<MilliCpu> cpuRequest,
        Decision<Gib> memoryRequest,
        GroupDemand demand,
        SortedMap<String, Decision<Seconds>> waits,
        ScalingTargets scaling,
        Decision<ScalingRate> scaleUp,
        Decision<ScalingRate> scaleDown,
        Optional<QueuePlan> queue) {

    public String name() {
        return group.name();
    }

    /** As many as keep models, in windows too. */
    public Decision<Integer> keptReplicas() {
        return schedule.map(Schedule::replicas).orElse(minReplicas);
    }

    /** Whether a clock beside its HorizontalPodAutoscaler keeps its windows. */
    public boolean hasClock() {
        return group.engine().value() == Engine.HPA && hasWindows();
    }

    /** Whether more replicas are kept at some times than at others. */
    public boolean hasWindows() {
        return schedule.filter(windows -> !windows.openings().isEmpty()).isPresent();
    }

    /** Whether requests, in service and waiting, scale it. */
    public boolean isScaledBySlots() {
        return group.signals().stream().anyMatch(read -> read.value() == Signal.SLOTS);
    }

    public List<Decision<?>> decisions() {
        List<Decision<?>> all = new ArrayList<>(List.of(
                slots,
                kvCacheType,
                homeReplicas,
                minReplicas,
                maxReplicas,
                contextLength,
                loadedModels,
                cpuRequest,
                memoryRequest,
                scaleUp,
                scaleDown));
        schedule.ifPresent(windows -> all.add(windows.replicas()));
        all.addAll(scaling.decisions());
        all.addAll(waits.values());
        queue.ifPresent(plan -> all.add(plan.messagesPerReplica()));
        models.forEach(model -> all.addAll(model.decisions()));
        return all;
    }
}
