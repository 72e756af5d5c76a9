package dev.berth.render.chart;

import dev.berth.catalog.PlatformFacts.AlertLimits;
import dev.berth.model.Seconds;
import dev.berth.model.Setting;
import dev.berth.plan.Plan;
import dev.berth.plan.group.GroupPlan;
import dev.berth.plan.group.LoadSignal;
import dev.berth.plan.memory.ModelPlan;
import dev.berth.render.kubernetes.GroupNames;
import dev.berth.render.kubernetes.KubernetesText;
import dev.berth.render.kubernetes.TimeSlices;
import dev.berth.render.output.Explained;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** What the values of chart {@code observability} say, in the words of the chart. */
public record ObservabilityValues(
        String environment,
        Optional<String> gitUrl,
        List<Group> groups,
        Explained<Integer> startLimit,
        AlertLimits alerts) {

    /**
     * One StatefulSet of Ollama.
     *
     * @param backends what the router calls its models; none without a router
     * @param wakes of those that are not at home on a replica which is always there
     * @param clock whether CronJobs keep its windows
     * @param slices replicas that share a GPU; absent where each has its own
     * @param loads how loads of its models are seen
     */
    public record Group(
            String service,
            String workload,
            List<String> backends,
            List<Wake> wakes,
            boolean clock,
            Optional<Integer> slices,
            Loads loads) {}

    /**
     * @param backends what the router calls some models
     * @param slots what a request for one of them counts as at the least
     */
    public record Wake(List<String> backends, Explained<String> slots) {}

    /**
     * @param riseMib of the GPU memory in use that counts as a load
     * @param seconds in which it rises
     * @param mostPerHour beyond which models push each other out
     */
    public record Loads(Explained<Long> riseMib, Explained<Integer> seconds, Explained<Integer> mostPerHour) {

        static Loads of(LoadSignal signal) {
            return new Loads(
                    Explained.as(signal.rise(), rise -> Math.round(rise.mib())),
                    Explained.as(signal.window(), Seconds::whole),
                    Explained.of(signal.mostPerHour()));
        }
    }

    static ObservabilityValues of(Plan plan) {
        return new ObservabilityValues(
                plan.environment().name(),
                plan.environment().gitOps().url().map(Setting::value),
                plan.groups().stream().map(group -> group(plan, group)).toList(),
                Explained.as(plan.timeouts().gpuRelease(), Seconds::whole),
                plan.platform().alerts());
    }

    private static Group group(Plan plan, GroupPlan group) {
        GroupNames names = GroupNames.of(group);
        return new Group(
                names.service(),
                names.workload(),
                backends(plan, group, model -> true),
                group.scaling().wakes().stream()
                        .filter(wake ->
                                plan.router().isPresent() && !wake.models().isEmpty())
                        .map(wake -> new Wake(
                                backends(plan, group, model -> wake.models().contains(model.name())),
                                Explained.as(wake.slots(), KubernetesText::number)))
                        .toList(),
                group.hasClock() && group.group().paused().isEmpty(),
                TimeSlices.of(plan.pool(group)).map(TimeSlices::replicas),
                Loads.of(Objects.requireNonNull(plan.loads().get(group.name()))));
    }

    private static List<String> backends(Plan plan, GroupPlan group, Predicate<ModelPlan> which) {
        return plan.router().stream()
                .flatMap(router -> group.models().stream()
                        .filter(which)
                        .map(model ->
                                router.routes().of(group.name(), model.name()).backend()))
                .toList();
    }
}
