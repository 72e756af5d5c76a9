package dev.berth.cli.report;

import dev.berth.cli.report.Section.Fact;
import dev.berth.cli.report.Section.Facts;
import dev.berth.cli.report.Section.Tone;
import dev.berth.model.Count;
import dev.berth.model.Gib;
import dev.berth.model.Usd;
import dev.berth.plan.Plan;
import dev.berth.plan.group.GroupPlan;
import dev.berth.plan.growth.Growth;
import dev.berth.plan.growth.Lift;
import dev.berth.plan.growth.Limit;
import dev.berth.plan.placement.Tenant;
import dev.berth.plan.quota.QuotaPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What breaks first, what lifts that, and what is to be known besides. */
final class OutlookSection {

    private final Plan plan;
    private final Optional<Growth> growth;

    OutlookSection(Plan plan, Optional<Growth> growth) {
        this.plan = plan;
        this.growth = growth;
    }

    Section section() {
        List<Fact> facts = new ArrayList<>();
        growth.ifPresentOrElse(
                known -> facts.addAll(growth(known)),
                () -> facts.add(new Fact("unknown", "no model states its demand: give one a `demand`")));
        facts.add(new Fact("room", room()));
        facts.add(new Fact("quota", quota(plan.quota())));
        plan.start().risks().forEach(risk -> facts.add(new Fact("risk", risk.text(), Tone.RISK)));
        plan.waived()
                .forEach(waiver -> facts.add(new Fact(
                        "waived", waiver.code().value() + ": " + waiver.reason().value())));
        return new Facts("What breaks first", "", facts, List.of());
    }

    /** What a further model could take. */
    private String room() {
        String replicas = plan.groups().stream()
                .map(group -> group.name() + " up to " + free(group) + " beside the homes of a replica")
                .collect(Collectors.joining(", "));
        Gib files = plan.models().stream().map(model -> model.model().weights()).reduce(new Gib(0), Gib::plus);
        return "for a further model: GPU memory of group " + replicas + "; "
                + plan.shareSize().value().plus(files.times(-1)).digits(0) + " of "
                + plan.shareSize().shown() + " of the share";
    }

    private Gib free(GroupPlan group) {
        Gib capacity = plan.pool(group).replicaMemory().value();
        return group.homes().stream()
                .map(ordinal -> ordinal.homes().stream().map(Tenant::residency).reduce(new Gib(0), Gib::plus))
                .min(Gib::compareTo)
                .map(used -> capacity.plus(used.times(-1)))
                .orElse(capacity);
    }

    private static List<Fact> growth(Growth growth) {
        if (growth.limit().isEmpty()) {
            return List.of(new Fact("nothing", "that is stated, up to " + Growth.MOST + " times the stated demand"));
        }
        Limit limit = growth.limit().get();
        return List.of(
                new Fact(
                        limit.bound().word(),
                        (limit.factor() <= 1 ? "already now: " : "at " + times(limit.factor()) + " the stated demand: ")
                                + limit.problem().message(),
                        Tone.LIMIT),
                new Fact(
                        "cheapest",
                        growth.lift()
                                .map(OutlookSection::lift)
                                .orElse("no single change lifts it: try some with `--what-if`")));
    }

    private static String lift(Lift lift) {
        return lift.fields().stream().map(field -> "`--what-if " + field + "`").collect(Collectors.joining(" "))
                + " allows " + times(lift.factor()) + " the demand; expected " + more(lift.expected())
                + " a month, at most " + more(lift.ceiling());
    }

    private static String times(double factor) {
        return new Count(factor).digits(1) + " times";
    }

    private static String more(Usd usd) {
        return (usd.amount() < 0 ? "-" + usd.times(-1) : "+" + usd);
    }

    private static String quota(QuotaPlan quota) {
        String accepted = quota.accepted().stream()
                .map(enough -> enough.quota().region() + "." + enough.quota().family() + " "
                        + enough.needed().shown() + ": " + enough.needed().formula())
                .collect(Collectors.joining("; "));
        String missing = quota.notStated().stream()
                .map(row -> row.quota() + " in " + row.region())
                .collect(Collectors.joining(", "));
        return accepted
                + (accepted.isEmpty() || missing.isEmpty() ? "" : ". ")
                + (missing.isEmpty() ? "" : "not stated and not checked: " + missing);
    }
}
