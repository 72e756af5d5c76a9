package dev.berth.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.catalog.Catalog;
import dev.berth.model.Gib;
import dev.berth.model.Percent;
import dev.berth.model.Range;
import dev.berth.model.Signal;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.group.GroupPlan;
import dev.berth.plan.memory.ModelPlan;
import dev.berth.plan.placement.GpuRoom;
import dev.berth.plan.placement.HomeSet;
import dev.berth.source.Code;
import dev.berth.source.Result;
import dev.berth.testing.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What an autoscaler makes of the targets: an idle fleet comes down, one that has to load a further model grows. */
class ScalingPropertiesTest {

    private static final int RUNS = 2500;
    private static final Catalog CATALOG = Plans.largeCatalog();

    private final AtomicInteger plans = new AtomicInteger();
    private final AtomicInteger keeping = new AtomicInteger();

    @Test
    void idleFleetsComeDownAndAFurtherModelMakesThemGrow() {
        Seeds.each(RUNS, random -> {
            String text = new ValueFileGenerator(random, CATALOG).next();
            Result<Plan> result = Plans.result(CATALOG, text);
            if (result instanceof Result.Ok<Plan> ok) {
                plans.incrementAndGet();
                ok.value().groups().forEach(group -> {
                    Fleet fleet = new Fleet(ok.value(), group, result, text);
                    fleet.comesDownWhenIdle();
                    fleet.growsWithAFurtherModel();
                });
                keeping.addAndGet(
                        ok.value().groups().stream().anyMatch(ScalingPropertiesTest::derivesGpuMemory) ? 1 : 0);
            }
        });
        if (Long.getLong("seed") == null) {
            assertThat(plans.get()).isGreaterThanOrEqualTo(1000);
            assertThat(keeping.get()).isGreaterThan(plans.get() * 3 / 10);
        }
    }

    private static boolean derivesGpuMemory(GroupPlan group) {
        return group.scaling().targets().containsKey(Signal.GPU_MEMORY)
                && !group.group().targets().containsKey(Signal.GPU_MEMORY);
    }

    /** The replicas of a group as an autoscaler sees them. */
    private record Fleet(Plan plan, GroupPlan group, Result<Plan> result, String text) {

        private static final double MILLI = 1000;

        /** KEDA goes to none by itself; its autoscaler knows one and more. */
        private int min() {
            return Math.max(1, group.minReplicas().value());
        }

        void comesDownWhenIdle() {
            int max = group.maxReplicas().value();
            for (Gib total : List.of(gpu().low(), gpu().high())) {
                int rest = new Hpa(min(), max, metrics(total, new Gib(0))).settled(max);
                if (rest > min()) {
                    assertThat(isWarnedOf(Code.IDLE_ABOVE_TARGET) || isWarnedOf(Code.IDLE_ABOVE_RESOURCE_TARGET))
                            .as("group %s rests at %s of %s to %s: %s", group.name(), rest, min(), max, text)
                            .isTrue();
                }
            }
        }

        void growsWithAFurtherModel() {
            if (!group.scaling().targets().containsKey(Signal.GPU_MEMORY)) {
                return;
            }
            Optional<Gib> extra = smallestThatFits();
            Hpa.Metric used = gpuMemory(gpu().high(), extra.orElse(new Gib(0)));
            int desired = new Hpa(min(), min() + 1, List.of(used)).desired(min());
            boolean warned = isWarnedOf(Code.TARGET_NEVER_PASSED) || isWarnedOf(Code.IDLE_ABOVE_TARGET);
            assertThat(desired > min() || !derivesGpuMemory(group) && warned)
                    .as("group %s stays at %s: %s", group.name(), desired, text)
                    .isTrue();
        }

        private Range<Gib> gpu() {
            return plan.pool(group).size().gpu().dcgm().map(end -> end.times(1.0 / slices()));
        }

        private int slices() {
            return plan.pool(group).pool().sharing().value().replicasPerGpu();
        }

        private boolean isWarnedOf(Code code) {
            return result.problems().stream()
                    .anyMatch(problem ->
                            problem.code() == code && problem.message().contains("group `" + group.name() + "`"));
        }

        private List<Hpa.Metric> metrics(Gib total, Gib extra) {
            List<Hpa.Metric> metrics = new ArrayList<>();
            group.scaling()
                    .targets()
                    .forEach((signal, target) -> metrics.add(
                            switch (signal) {
                                case SLOTS -> throw new AssertionError("it has no target in percent");
                                case GPU_MEMORY -> gpuMemory(total, extra);
                                case CPU ->
                                    new Hpa.Resource(
                                            (long) idleCpu(),
                                            (long) group.cpuRequest().value().amount(),
                                            percent(target));
                                case MEMORY ->
                                    new Hpa.Resource(
                                            bytes(group.scaling()
                                                    .idleMemory()
                                                    .value()
                                                    .high()),
                                            bytes(group.memoryRequest().value()),
                                            percent(target));
                            }));
            return metrics;
        }

        private static int percent(Decision<Percent> target) {
            return (int) target.value().amount();
        }

        private static long bytes(Gib memory) {
            return (long) (memory.amount() * 1024 * 1024 * 1024);
        }

        private double idleCpu() {
            int most = group.homes().stream()
                    .mapToInt(ordinal -> ordinal.homes().size())
                    .max()
                    .orElse(0);
            return CATALOG.ollama().idle().modelCpu().amount() * most;
        }

        /** The homes are on the replicas below min; the others hold nothing. */
        private Hpa.Metric gpuMemory(Gib total, Gib extra) {
            Decision<Percent> target =
                    Objects.requireNonNull(group.scaling().targets().get(Signal.GPU_MEMORY));
            return new Hpa.Pods(
                    ordinal -> (long)
                            (MILLI * 100 * (used(ordinal) + (ordinal == 0 ? extra.amount() : 0)) / total.amount()),
                    (long) (MILLI * target.value().amount()));
        }

        private double used(int ordinal) {
            return ordinal < group.homes().size()
                    ? group.homes().get(ordinal).homes().stream()
                            .mapToDouble(home ->
                                    model(home.name()).residency().value().mid().amount())
                            .sum()
                    : 0;
        }

        private ModelPlan model(String name) {
            return group.models().stream()
                    .filter(model -> model.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        private Optional<Gib> smallestThatFits() {
            GpuRoom room = new GpuRoom(
                    plan.pool(group).size().gpu().usable().low().times(1.0 / slices()),
                    CATALOG.ollama().prediction().headroom());
            List<HomeSet> replicas =
                    group.homes().isEmpty() ? List.of(new HomeSet(List.of(), List.of())) : group.homes();
            return replicas.stream()
                    .flatMap(replica -> group.models().stream()
                            .filter(model -> replica.homes().stream()
                                    .noneMatch(home -> home.name().equals(model.name())))
                            .filter(model -> room.takesBeside(replica.homes(), model.tenant())))
                    .map(model -> model.residency().value().mid())
                    .min(Gib::compareTo);
        }
    }
}
