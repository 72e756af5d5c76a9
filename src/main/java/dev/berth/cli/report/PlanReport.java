package dev.berth.cli.report;

import dev.berth.cli.report.Section.Fact;
import dev.berth.cli.report.Section.Facts;
import dev.berth.model.Setting;
import dev.berth.plan.Plan;
import dev.berth.plan.growth.Growth;
import dev.berth.plan.webui.WebUiPlan;
import dev.berth.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A plan on one screen: what runs where, how long people wait, what it costs, what breaks first. */
public final class PlanReport {

    private final Planned planned;
    private final Plan plan;
    private final Optional<Growth> growth;
    private final Optional<WhatIfSection> whatIf;

    /** @param whatIf what changed fields made of it; absent for the value file as it is */
    public PlanReport(Planned planned, Optional<Growth> growth, Optional<WhatIfSection> whatIf) {
        this.planned = planned;
        this.plan = planned.plan();
        this.growth = growth;
        this.whatIf = whatIf;
    }

    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        whatIf.ifPresent(changed -> sections.add(changed.section(planned)));
        sections.add(ModelsSection.of(plan));
        plan.groups().forEach(group -> sections.add(new GroupSection(plan, group).section()));
        plan.router().ifPresent(router -> sections.add(new RouterSection(plan, router).section()));
        sections.add(webUi(plan.webUi()));
        sections.add(CostSection.of(plan));
        sections.add(new OutlookSection(plan, growth).section());
        return sections;
    }

    /** What is to be said of the plan; a terminal shows it apart. */
    List<Problem> problems() {
        return planned.problems();
    }

    /** {@code prod in westeurope: expected $1,851 a month}. */
    String title() {
        String regions = plan.environment().azure().regions().stream()
                .map(Setting::value)
                .collect(Collectors.joining(", "));
        return plan.environment().name() + " in " + regions + ": expected "
                + plan.cost().total().expected().value().withUnits() + " a month, at least "
                + plan.cost().total().floor().value().mid() + ", at most "
                + plan.cost().total().ceiling().value().mid()
                + (plan.cost().notCounted().isEmpty() ? "" : ", without what has no price");
    }

    private static Section webUi(WebUiPlan plan) {
        String exposure = plan.webUi().exposure().value().name().toLowerCase(Locale.ROOT);
        String tasks = plan.tasks()
                .model()
                .map(model -> "; titles, tags and follow-ups are written by " + model.value())
                .orElse("");
        return new Facts(
                "Open WebUI",
                plan.webUi().host().map(Setting::value).orElse("any host name") + ", " + exposure,
                List.of(new Fact(
                        "replicas",
                        Shown.bounds(plan.minReplicas(), plan.maxReplicas()) + " ("
                                + Shown.basis(plan.minReplicas(), plan.maxReplicas()) + ") of "
                                + plan.cpuRequest().shown() + " CPU and "
                                + plan.memoryRequest().shown() + ", scaled by cpu "
                                + plan.cpuTarget().shown()
                                + " and memory " + plan.memoryTarget().shown() + tasks)),
                List.of());
    }
}
