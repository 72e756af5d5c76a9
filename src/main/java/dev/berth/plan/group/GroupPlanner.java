package dev.berth.plan.group;

import dev.berth.catalog.Catalog;
import dev.berth.model.Environment;
import dev.berth.model.Group;
import dev.berth.model.KvCacheType;
import dev.berth.model.Seconds;
import dev.berth.model.Setting;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.demand.GroupDemand;
import dev.berth.plan.demand.ModelDemand;
import dev.berth.plan.demand.Station;
import dev.berth.plan.memory.GroupMemory;
import dev.berth.plan.memory.ModelPlan;
import dev.berth.plan.placement.HomeSet;
import dev.berth.plan.placement.Tenant;
import dev.berth.plan.replicas.OnDemandRoom;
import dev.berth.plan.replicas.PodRequests;
import dev.berth.plan.replicas.QueuePlan;
import dev.berth.plan.replicas.ReplicaBounds;
import dev.berth.plan.replicas.Waits;
import dev.berth.plan.replicas.WindowReplicas;
import dev.berth.plan.scaling.Behavior;
import dev.berth.plan.scaling.GpuMemorySignal;
import dev.berth.plan.scaling.ResourceSignals;
import dev.berth.plan.scaling.ScalingTargets;
import dev.berth.plan.scaling.Wakes;
import dev.berth.plan.schedule.Schedule;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Derives how a group runs when it is known what its models take and what they are asked for. */
public final class GroupPlanner {

    private final Environment environment;
    private final Catalog catalog;

    public GroupPlanner(Environment environment, Catalog catalog) {
        this.environment = environment;
        this.catalog = catalog;
    }

    /** @param asked what is asked of the models of the group */
    public GroupPlan plan(GroupMemory memory, List<ModelDemand> asked, Problems problems) {
        Group group = memory.resolved().group();
        String id = "group." + group.name() + ".";
        GroupDemand demand = demand(memory, asked);
        Setting<Seconds> objective = environment.objectives().waitP95();
        ReplicaBounds bounds = new ReplicaBounds(memory, demand, asked, objective, problems);
        Decision<Integer> min = bounds.min();
        Decision<Integer> max = bounds.max(min);
        checkPaused(group, problems);
        WindowReplicas windows =
                new WindowReplicas(memory, demand, min, catalog.profiles().workingDays());
        List<HomeSet> homes = windows.homes();
        Optional<Schedule> schedule = windows.schedule();
        Decision<Integer> kept = schedule.map(Schedule::replicas).orElse(min);
        OnDemandRoom.check(memory, kept.value(), max, problems);
        PodRequests requests = PodRequests.of(
                memory.resolved(),
                catalog.platform().daemonSetReserve(),
                catalog.workloads().values(),
                problems);
        return new GroupPlan(
                group,
                memory.pool().name(),
                memory.models(),
                memory.slots(),
                kvCacheType(id, group),
                memory.homeReplicas(),
                homes,
                min,
                schedule,
                max,
                contextLength(id, memory.models()),
                loadedModels(id, memory),
                requests.cpu(),
                requests.memory(),
                demand,
                Waits.of(demand, asked, max, objective),
                ScalingTargets.of(
                        memory,
                        new GpuMemorySignal(
                                memory, homes.subList(0, Math.min(homes.size(), min.value())), min, schedule, catalog),
                        new ResourceSignals(memory, min, requests, catalog),
                        Wakes.of(memory, homes, min, kept, catalog),
                        problems),
                Behavior.rate(id + "scaleUp", catalog.platform().scaleUp()),
                Behavior.rate(id + "scaleDown", catalog.platform().scaleDown()),
                group.queue().map(queue -> QueuePlan.of(queue, memory)));
    }

    private GroupDemand demand(GroupMemory memory, List<ModelDemand> asked) {
        return new GroupDemand(
                memory.placement().lasting().stream()
                        .map(set -> station(set, memory, asked))
                        .toList(),
                memory.placement().scheduled().stream()
                        .map(set -> new GroupDemand.Scheduled(
                                station(set, memory, asked), memory.resolved().openTime(set)))
                        .toList(),
                memory.onDemand().stream()
                        .map(model -> station(List.of(model.name()), memory, asked))
                        .toList(),
                environment.objectives().waitP95().value(),
                catalog.platform()
                        .scaleDown()
                        .stabilization()
                        .plus(catalog.azure().nodeIdle().value()));
    }

    private static Station station(HomeSet set, GroupMemory memory, List<ModelDemand> asked) {
        return station(set.homes().stream().map(Tenant::name).toList(), memory, asked);
    }

    private static Station station(Collection<String> models, GroupMemory memory, List<ModelDemand> asked) {
        return new Station(
                asked.stream()
                        .filter(model -> models.contains(model.model()))
                        .map(ModelDemand::load)
                        .toList(),
                memory.slots().value());
    }

    private static Decision<String> kvCacheType(String id, Group group) {
        Setting<String> type = group.kvCache().map(KvCacheType::key);
        return Decision.of(id + "kvCacheType", type, type.value());
    }

    private static void checkPaused(Group group, Problems problems) {
        group.paused()
                .ifPresent(paused -> problems.add(
                        Code.SCALING_PAUSED,
                        paused.at(),
                        "nothing changes the number of replicas of group `" + group.name() + "`: it is paused",
                        "remove `paused` when the work is done"));
    }

    private static Decision<Integer> contextLength(String id, List<ModelPlan> models) {
        List<Decision<Integer>> contexts =
                models.stream().map(ModelPlan::context).toList();
        int least = contexts.stream()
                .map(Decision::value)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return Decision.derived(id + "contextLength", least, least + " tokens")
                .fromAll(contexts)
                .by("the least context of the group's models; a model with more is created with its own");
    }

    private static Decision<Integer> loadedModels(String id, GroupMemory memory) {
        int most = memory.placement().mostHomes();
        return Decision.derived(id + "loadedModels", most + 1, most + 1 + " models")
                .from(memory.homeReplicas())
                .by("models at home on one replica, at most " + most + ", + 1 on demand");
    }
}
