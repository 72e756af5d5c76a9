package dev.berth.cli;

import dev.berth.model.Basis;
import dev.berth.model.Environment;
import dev.berth.model.Setting;
import dev.berth.plan.GroupPlan;
import dev.berth.plan.ModelPlan;
import dev.berth.plan.Plan;
import dev.berth.plan.PoolPlan;
import dev.berth.plan.cost.CostLine;
import dev.berth.plan.decision.Decision;
import java.util.ArrayList;
import java.util.List;

/** A plan as people read it on a terminal. */
final class PlanText {

    private final Plan plan;
    private final Style style;

    PlanText(Plan plan, Style style) {
        this.plan = plan;
        this.style = style;
    }

    String print() {
        List<String> lines = new ArrayList<>();
        lines.add(head());
        lines.add("");
        lines.addAll(models());
        plan.groups().forEach(group -> {
            lines.add("");
            lines.addAll(group(group));
        });
        plan.pools().forEach(pool -> {
            lines.add("");
            lines.addAll(pool(pool));
        });
        CpuPlanText cpu = new CpuPlanText(style);
        for (List<String> part : List.of(
                cpu.pool(plan.appsPool(), plan.cost().pool(plan.appsPool().name())),
                cpu.pool(plan.systemPool(), plan.cost().pool(plan.systemPool().name())),
                cpu.webUi(plan.webUi()))) {
            lines.add("");
            lines.addAll(part);
        }
        lines.add("");
        lines.add(style.heading("SHARE") + " for the model files   " + labelled(plan.shareSize()));
        lines.addAll(new CostPlanText(plan, style).lines());
        plan.waived()
                .forEach(waiver -> lines.add(style.heading("WAIVED") + " "
                        + waiver.code().value() + "   " + waiver.reason().value()));
        lines.add("");
        lines.add(style.faint(
                "Every number has a reason: berth explain " + plan.environment().name() + " plan:"
                        + plan.groups().get(0).minReplicas().id()));
        return String.join("\n", lines) + "\n";
    }

    private String head() {
        Environment environment = plan.environment();
        List<String> regions =
                environment.azure().regions().stream().map(Setting::value).toList();
        return style.heading(environment.name()) + "   " + String.join(", ", regions)
                + environment
                        .azure()
                        .subscription()
                        .map(id -> "   subscription " + id.value())
                        .orElse("")
                + (regions.size() == 1
                        ? ""
                        : "\n" + style.faint("in each region: the replicas and nodes below; costs are of all regions"));
    }

    private List<String> models() {
        Table table = new Table("llrrrrlll");
        table.row("MODEL", "kept", "context", "slots", "weights", "KV", "GPU memory", "per node", "document");
        plan.models().forEach(model -> row(table, model));
        List<String> lines = new ArrayList<>(table.lines());
        lines.set(0, style.heading(lines.get(0)));
        lines.add(style.faint("GiB; GPU memory and copies per node are derived: likely (least-most)."
                + " document: the architecture document's figure, not used."));
        return lines;
    }

    private static void row(Table table, ModelPlan model) {
        table.row(
                model.name(),
                model.request().keep().value().key(),
                String.valueOf(model.context().value()),
                String.valueOf(model.slots().value()),
                model.model().weights().digits(2),
                model.kvCache().value().digits(2),
                model.residency().value().digits(1),
                model.perNode().value().digits(0),
                model.documentPerNode()
                        .map(said -> said.shown().replace(" copies", ""))
                        .orElse("-"));
    }

    private List<String> group(GroupPlan group) {
        List<String> targets = group.scaling().targets().entrySet().stream()
                .map(target ->
                        target.getKey().key() + " " + target.getValue().shown() + " (" + basis(target.getValue()) + ")")
                .toList();
        Table table = new Table("lll")
                .row(
                        "  replicas",
                        group.minReplicas().value() + " to "
                                + group.maxReplicas().value(),
                        label(group))
                .row(
                        "  homes",
                        String.valueOf(group.homeReplicas().value()),
                        group.homeReplicas().formula())
                .row(
                        "  slots",
                        String.valueOf(group.slots().value()),
                        "requests at once per loaded model, " + basis(group.slots()))
                .row(
                        "  requests",
                        group.cpuRequest().shown() + " CPU, "
                                + group.memoryRequest().shown(),
                        "and " + gpu(group) + " each, derived from the node size")
                .row("  scaled by", "HPA", String.join(", ", targets))
                .row(
                        "  idle",
                        group.scaling().idleGpuMemory().shown(),
                        "of GPU memory in use when the models kept always are loaded and nobody asks, derived")
                .row("  up", "", group.scaleUp().shown())
                .row("  down", "", group.scaleDown().shown());
        List<String> lines = new ArrayList<>();
        lines.add(style.heading("GROUP " + group.name()) + " on pool " + group.pool());
        lines.addAll(table.lines());
        return lines;
    }

    private String gpu(GroupPlan group) {
        return plan.pools().stream()
                .filter(pool -> pool.name().equals(group.pool()))
                .map(pool -> pool.pool().sharing().value())
                .filter(sharing -> !sharing.isExclusive())
                .map(sharing -> "1/" + sharing.replicasPerGpu() + " of a GPU")
                .findFirst()
                .orElse("one GPU");
    }

    private static String label(GroupPlan group) {
        return "min " + basis(group.minReplicas()) + ", max " + basis(group.maxReplicas());
    }

    private List<String> pool(PoolPlan pool) {
        CostLine cost = plan.cost().pool(pool.name());
        Table table = new Table("lll")
                .row(
                        "  nodes",
                        pool.minNodes().value() + " to " + pool.maxNodes().value(),
                        "min " + basis(pool.minNodes()) + ", max " + basis(pool.maxNodes()))
                .row("  floor", String.valueOf(pool.floorNodes().value()), floor(pool))
                .row(
                        "  a month",
                        cost.floor().value().mid() + " to "
                                + cost.ceiling().value().mid(),
                        "derived, GPU nodes only, " + (pool.isSpot() ? "spot: " : "pay as you go: ")
                                + cost.ceiling().formula());
        List<String> lines = new ArrayList<>();
        lines.add(style.heading("POOL " + pool.name()) + "   " + pool.size().name() + ": "
                + pool.size().vcpu() + " vCPU, "
                + pool.size().memory().digits(0) + " GiB, "
                + pool.size().gpus() + " x " + pool.size().gpu().name() + " with "
                + pool.size().gpu().usable().digits(1) + " GiB usable, "
                + pool.size().gpu().usable().basis().word());
        lines.addAll(table.lines());
        return lines;
    }

    private static String floor(PoolPlan pool) {
        boolean raised = pool.floorNodes().value() > pool.minNodes().value();
        return "nodes at the least"
                + (raised ? ", although the pool's min is " + pool.minNodes().value() : "") + ": "
                + pool.floorNodes().formula();
    }

    private static String labelled(Decision<?> decision) {
        return decision.shown() + ", " + basis(decision)
                + (decision.basis() == Basis.DERIVED ? ": " + decision.formula() : "");
    }

    private static String basis(Decision<?> decision) {
        return decision.basis().word();
    }
}
