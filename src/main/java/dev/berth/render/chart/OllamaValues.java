package dev.berth.render.chart;

import dev.berth.catalog.PlatformFacts;
import dev.berth.model.Engine;
import dev.berth.model.KvCacheType;
import dev.berth.model.Percent;
import dev.berth.model.Seconds;
import dev.berth.model.Setting;
import dev.berth.model.Signal;
import dev.berth.plan.Plan;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.group.GroupPlan;
import dev.berth.plan.memory.ModelPlan;
import dev.berth.plan.placement.HomeSet;
import dev.berth.plan.placement.Tenant;
import dev.berth.plan.replicas.QueuePlan;
import dev.berth.plan.schedule.Schedule;
import dev.berth.render.kubernetes.ContainerResources;
import dev.berth.render.kubernetes.GroupNames;
import dev.berth.render.kubernetes.KubernetesText;
import dev.berth.render.kubernetes.Rate;
import dev.berth.render.output.Explained;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the values of chart {@code ollama} say, in the words of the chart.
 *
 * @param modelSet name of the set of models on the share
 * @param pool that the writer of the set runs on
 * @param startupChecks of a replica before it counts as failed, one every {@value #CHECK_SECONDS} seconds
 */
public record OllamaValues(
        String environment,
        String kubeVersion,
        String keepAlive,
        Explained<Integer> loadTimeout,
        Explained<Integer> startupChecks,
        Explained<Integer> drain,
        Explained<Integer> grace,
        String imageRepository,
        String imageTag,
        Optional<String> gitUrl,
        String routing,
        Explained<String> shareSize,
        String modelSet,
        String pool,
        ContainerResources writer,
        ContainerResources keeper,
        Optional<ScheduleValues.Clock> clock,
        List<Group> groups) {

    /** As the chart has it. */
    private static final int CHECK_SECONDS = 5;

    /**
     * One StatefulSet and what belongs to it.
     *
     * @param workload name of the StatefulSet
     * @param service name of the Service that clients use
     * @param bounds why the autoscaler keeps to them
     * @param homes the models that each replica keeps loaded, by its ordinal
     * @param windows that KEDA keeps more replicas in
     * @param strikes of the clock beside a HorizontalPodAutoscaler
     * @param disruption why no more replicas may go at a time
     * @param flashAttention 1 where Ollama keeps a quantised cache only with it; else it decides by itself
     * @param paused whether nothing changes the number of replicas for now
     * @param slotsTarget requests in service and waiting that a replica is held at, as a quantity
     * @param spot whether its pool has spot nodes, which AKS taints
     */
    public record Group(
            String name,
            String workload,
            String service,
            String autoscaler,
            String engine,
            boolean paused,
            Optional<Keda> keda,
            Optional<Queue> queue,
            String pool,
            boolean spot,
            List<Model> models,
            List<Explained<String>> homes,
            Explained<Integer> slots,
            Explained<String> kvCacheType,
            Optional<Explained<Integer>> flashAttention,
            Explained<Integer> contextLength,
            Explained<Integer> loadedModels,
            Explained<Integer> minReplicas,
            Explained<Integer> maxReplicas,
            Optional<ScheduleValues.Windows> windows,
            Optional<ScheduleValues.Strikes> strikes,
            Explained<String> bounds,
            Explained<String> disruption,
            Explained<String> cpuRequest,
            Explained<String> memoryRequest,
            Optional<Explained<String>> slotsTarget,
            List<Target> targets,
            Rate scaleUp,
            Rate scaleDown) {}

    /**
     * @param keep {@code always}, {@code schedule} or {@code onDemand}
     * @param residency GPU memory of the loaded model, as people read it
     */
    public record Model(
            String name,
            List<String> aliases,
            String digest,
            boolean embedding,
            String keep,
            Explained<Integer> context,
            Explained<String> residency) {}

    /**
     * How KEDA asks and waits.
     *
     * @param fallback replicas when it gets no answer for long
     */
    public record Keda(int polling, int failures, Explained<Integer> fallback, Explained<Integer> cooldown) {

        private static Keda of(Plan plan, GroupPlan group) {
            PlatformFacts.Keda facts = plan.platform().keda();
            return new Keda(
                    facts.polling().whole(),
                    facts.failures(),
                    Explained.as(group.minReplicas(), min -> Math.max(1, min)),
                    Explained.as(plan.timeouts().cooldown(), Seconds::whole));
        }
    }

    /** @param messagesPerReplica waiting and in work */
    public record Queue(String name, Explained<Integer> messagesPerReplica) {

        private static Queue of(QueuePlan plan) {
            return new Queue(plan.name().value(), Explained.of(plan.messagesPerReplica()));
        }
    }

    /** @param signal the name of the signal in value files */
    public record Target(String signal, Explained<Integer> percent) {}

    static OllamaValues of(Plan plan) {
        return new OllamaValues(
                plan.environment().name(),
                plan.platform().kubernetesVersion().value().orLater(),
                KubernetesText.duration(plan.ollama().keepAlive().value()),
                Explained.as(plan.timeouts().modelLoad(), Seconds::whole),
                Explained.as(plan.timeouts().startup(), limit -> limit.whole() / CHECK_SECONDS),
                Explained.as(plan.timeouts().drain(), Seconds::whole),
                Explained.as(plan.timeouts().grace(), Seconds::whole),
                plan.platform().ollama().repository(),
                plan.platform().ollama().tag(),
                plan.environment().gitOps().url().map(Setting::value),
                plan.environment().routing().value().key(),
                Explained.as(plan.shareSize(), KubernetesText::memory),
                ModelSet.name(plan),
                plan.appsPool().name(),
                ContainerResources.of(plan, ModelSet.WRITER),
                ContainerResources.of(plan, "ollama-keeper"),
                ScheduleValues.clock(plan),
                plan.groups().stream().map(group -> group(plan, group)).toList());
    }

    private static Group group(Plan whole, GroupPlan plan) {
        Engine engine = plan.group().engine().value();
        GroupNames names = GroupNames.of(plan);
        return new Group(
                plan.name(),
                names.workload(),
                names.service(),
                names.autoscaler(),
                engine.key(),
                plan.group().paused().isPresent(),
                engine == Engine.KEDA ? Optional.of(Keda.of(whole, plan)) : Optional.empty(),
                plan.queue().map(Queue::of),
                plan.pool(),
                whole.pool(plan).isSpot(),
                plan.models().stream().map(OllamaValues::model).toList(),
                plan.homes().stream()
                        .map(ordinal -> homes(ordinal, plan.homeReplicas()))
                        .toList(),
                Explained.of(plan.slots()),
                Explained.of(plan.kvCacheType()),
                flashAttention(plan.kvCacheType()),
                Explained.of(plan.contextLength()),
                Explained.of(plan.loadedModels()),
                Explained.of(plan.minReplicas()),
                Explained.of(plan.maxReplicas()),
                ScheduleValues.windows(whole, plan),
                ScheduleValues.strikes(whole, plan),
                bounds(plan),
                Explained.reason(
                        plan.homes().isEmpty()
                                ? "one replica at a time, of at least "
                                : "one replica at a time: each holds models of ",
                        plan.homeReplicas()),
                Explained.as(plan.cpuRequest(), Object::toString),
                Explained.as(plan.memoryRequest(), KubernetesText::memory),
                Optional.of(plan)
                        .filter(GroupPlan::isScaledBySlots)
                        .map(group -> Explained.as(
                                group.scaling().slots(),
                                engine == Engine.KEDA ? KubernetesText::number : KubernetesText::quantity)),
                plan.scaling().targets().entrySet().stream()
                        .map(target -> target(target.getKey(), target.getValue()))
                        .toList(),
                Rate.of(plan.scaleUp()),
                Rate.of(plan.scaleDown()));
    }

    /** In windows people see another number there than the file says. */
    private static Explained<String> bounds(GroupPlan plan) {
        Explained<String> bounds = Explained.bounds(plan.minReplicas(), plan.maxReplicas());
        return plan.schedule()
                .filter(schedule -> plan.hasWindows())
                .map(Schedule::replicas)
                .map(replicas ->
                        Explained.longer(bounds, "; in windows up to " + replicas.value() + ": " + replicas.because()))
                .orElse(bounds);
    }

    /** Whether messages scale some group. */
    public boolean hasQueues() {
        return groups.stream().anyMatch(group -> group.queue().isPresent());
    }

    private static Optional<Explained<Integer>> flashAttention(Decision<String> kvCacheType) {
        return kvCacheType.value().equals(KvCacheType.F16.key())
                ? Optional.empty()
                : Optional.of(Explained.as(kvCacheType, type -> 1));
    }

    private static Explained<String> homes(HomeSet ordinal, Decision<Integer> because) {
        return Explained.as(
                because, replicas -> ordinal.homes().stream().map(Tenant::name).collect(Collectors.joining(" ")));
    }

    private static Model model(ModelPlan plan) {
        return new Model(
                plan.name(),
                plan.model().aliases(),
                plan.model().digest(),
                plan.model().embedding(),
                plan.request().keep().value().key(),
                Explained.of(plan.context()),
                Explained.shown(plan.residency()));
    }

    private static Target target(Signal signal, Decision<Percent> target) {
        return new Target(signal.key(), Explained.as(target, percent -> (int) percent.amount()));
    }
}
