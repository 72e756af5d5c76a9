package dev.berth.cli.report;

import dev.berth.catalog.StartFacts.DocumentTimes;
import dev.berth.model.NumberRuns;
import dev.berth.model.Seconds;
import dev.berth.plan.Plan;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.demand.ModelDemand;
import dev.berth.plan.group.GroupPlan;
import dev.berth.plan.memory.ModelPlan;
import dev.berth.plan.placement.HomeSet;
import dev.berth.plan.placement.Tenant;
import dev.berth.plan.start.FirstAnswer;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The models: where they are, what they take, how long people wait for them. */
final class ModelsSection {

    private ModelsSection() {}

    static Section of(Plan plan) {
        Table table = new Table("llrrrrrrrrr")
                .row(
                        "model",
                        "replicas",
                        "context",
                        "slots",
                        "GPU GiB",
                        "document",
                        "asked/min",
                        "answer s",
                        "wait s",
                        "cold s",
                        "warm s");
        for (GroupPlan group : plan.groups()) {
            group.models().forEach(model -> row(table, plan, group, model));
        }
        DocumentTimes said = plan.start().firstAnswers().get(0).document();
        return new Section.Grid(
                "Models",
                "",
                table,
                List.of(
                        "likely (least-most). replicas: ordinals where it is at home; + where else it may run. wait: 95 of 100 in the"
                                + " busiest hour wait no longer, with all replicas up. cold, warm: the first word of an answer"
                                + " when the model has to be loaded, and when it is; the architecture document has "
                                + said.firstLow().digits(0) + "-"
                                + said.firstHigh().digits(0) + " s and below "
                                + said.laterBelow().digits(0) + " s, and GB in use under document. Not used."));
    }

    private static void row(Table table, Plan plan, GroupPlan group, ModelPlan model) {
        Optional<ModelDemand> demand = plan.demand().stream()
                .filter(asked -> asked.model().equals(model.name()))
                .findFirst();
        FirstAnswer first = plan.start().firstAnswers().stream()
                .filter(answer -> answer.model().equals(model.name()))
                .findFirst()
                .orElseThrow();
        table.row(
                model.name(),
                places(group, model),
                String.valueOf(model.context().value()),
                String.valueOf(model.slots().value()),
                model.residency().value().digits(1),
                model.model()
                        .document()
                        .map(said -> String.valueOf(Math.round(said.inUseGb())))
                        .orElse(Shown.NOTHING),
                demand.flatMap(ModelDemand::peak)
                        .map(peak -> peak.value().digits(peak.value().amount() < 1 ? 2 : 1))
                        .orElse(Shown.NOTHING),
                demand.flatMap(ModelDemand::serviceTime)
                        .map(time -> time.value().digits(1))
                        .orElse(Shown.NOTHING),
                wait(group, model, demand),
                first.cold().value().mid().digits(1),
                first.warm().value().mid().digits(1));
    }

    private static String wait(GroupPlan group, ModelPlan model, Optional<ModelDemand> demand) {
        Decision<Seconds> wait = group.waits().get(model.name());
        if (wait != null) {
            return wait.value().digits(0);
        }
        return demand.flatMap(ModelDemand::peak).isPresent() ? "no end" : Shown.NOTHING;
    }

    /** {@code 0-1 + 2-4}: ordinals of its homes, and of other replicas that it may run on. */
    private static String places(GroupPlan group, ModelPlan model) {
        String homes = ordinals(group, model, HomeSet::homes);
        SortedSet<Integer> others = new TreeSet<>(places(group, model, HomeSet::guests));
        IntStream.range(group.homes().size(), group.maxReplicas().value()).forEach(others::add);
        String keep = model.hasHome() ? homes : "on demand";
        return others.isEmpty() ? keep : keep + " + " + runs(others);
    }

    private static String ordinals(GroupPlan group, ModelPlan model, Function<HomeSet, List<Tenant>> part) {
        return runs(new TreeSet<>(places(group, model, part)));
    }

    private static List<Integer> places(GroupPlan group, ModelPlan model, Function<HomeSet, List<Tenant>> part) {
        return IntStream.range(0, group.homes().size())
                .filter(ordinal -> part.apply(group.homes().get(ordinal)).stream()
                        .anyMatch(tenant -> tenant.name().equals(model.name())))
                .boxed()
                .toList();
    }

    private static String runs(SortedSet<Integer> numbers) {
        return new NumberRuns(numbers).joined(", ");
    }
}
