package dev.berth.cli;

import dev.berth.catalog.VmSize;
import dev.berth.model.Basis;
import dev.berth.model.Setting;
import dev.berth.plan.CpuPoolPlan;
import dev.berth.plan.WebUiPlan;
import dev.berth.plan.cost.CostLine;
import dev.berth.plan.decision.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The parts of a plan that need no GPU, as people read them on a terminal. */
final class CpuPlanText {

    private final Style style;

    CpuPlanText(Style style) {
        this.style = style;
    }

    List<String> webUi(WebUiPlan plan) {
        Table table = new Table("lll")
                .row(
                        "  replicas",
                        plan.minReplicas().value() + " to " + plan.maxReplicas().value(),
                        "min " + basis(plan.minReplicas()) + ", max " + basis(plan.maxReplicas()))
                .row(
                        "  requests",
                        plan.cpuRequest().shown() + " CPU, "
                                + plan.memoryRequest().shown(),
                        plan.memoryRequest().formula())
                .row(
                        "  scaled by",
                        "HPA",
                        "cpu " + plan.cpuTarget().shown() + " (" + basis(plan.cpuTarget()) + "), memory "
                                + plan.memoryTarget().shown() + " (" + basis(plan.memoryTarget()) + ")")
                .row("  up", "", plan.scaleUp().shown())
                .row("  down", "", plan.scaleDown().shown())
                .row("  share", plan.shareSize().shown(), "for uploads, " + basis(plan.shareSize()));
        String host = plan.webUi().host().map(Setting::value).orElse("any host name");
        String exposure = plan.webUi().exposure().value().name().toLowerCase(Locale.ROOT);
        return headed("OPEN WEBUI", "   " + host + ", " + exposure, table);
    }

    List<String> pool(CpuPoolPlan plan, CostLine line) {
        boolean isFixed = plan.minNodes().value().equals(plan.maxNodes().value());
        String nodes = isFixed
                ? String.valueOf(plan.minNodes().value())
                : plan.minNodes().value() + " to " + plan.maxNodes().value();
        String cost = isFixed
                ? line.floor().value().mid().toString()
                : line.floor().value().mid() + " to " + line.ceiling().value().mid();
        Table table = new Table("lll")
                .row("  nodes", nodes, reason(plan.maxNodes()))
                .row(
                        "  a month",
                        cost,
                        "derived, pay as you go: " + line.ceiling().formula());
        VmSize size = plan.size();
        return headed(
                "POOL " + plan.name(),
                "   " + size.name() + ": " + size.vcpu() + " vCPU, "
                        + size.memory().digits(0) + " GiB",
                table);
    }

    private List<String> headed(String title, String rest, Table table) {
        List<String> lines = new ArrayList<>();
        lines.add(style.heading(title) + rest);
        lines.addAll(table.lines());
        return lines;
    }

    private static String reason(Decision<?> decision) {
        return basis(decision) + (decision.basis() == Basis.DERIVED ? ": " + decision.formula() : "");
    }

    private static String basis(Decision<?> decision) {
        return decision.basis().word();
    }
}
