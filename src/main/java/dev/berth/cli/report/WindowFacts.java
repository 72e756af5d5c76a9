package dev.berth.cli.report;

import dev.berth.cli.report.Section.Fact;
import dev.berth.model.Seconds;
import dev.berth.model.Window;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.group.GroupPlan;
import dev.berth.plan.memory.ModelPlan;
import dev.berth.plan.schedule.Opening;
import dev.berth.plan.schedule.Schedule;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a group keeps in the windows of its models. */
final class WindowFacts {

    private WindowFacts() {}

    static List<Fact> of(GroupPlan group, Schedule schedule, Decision<Seconds> lead) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "in windows",
                schedule.replicas().shown() + ": " + schedule.replicas().formula()));
        schedule.openings().forEach(opening -> facts.add(new Fact("window", window(opening, lead))));
        String always = group.models().stream()
                .filter(model -> !model.request().windows().isEmpty())
                .map(ModelPlan::name)
                .filter(model -> isAlwaysThere(model, group))
                .collect(Collectors.joining(", "));
        if (!always.isEmpty()) {
            facts.add(new Fact("no window", always + ": there is room on a replica that is always there"));
        }
        return facts;
    }

    private static boolean isAlwaysThere(String model, GroupPlan group) {
        return group.homes().stream()
                .limit(group.minReplicas().value())
                .flatMap(ordinal -> ordinal.homes().stream())
                .anyMatch(home -> home.name().equals(model));
    }

    /** {@code Mon-Fri 08:00-18:00 Europe/Amsterdam: 2 replicas, started 22 min before}. */
    private static String window(Opening opening, Decision<Seconds> lead) {
        Window window = opening.window();
        return days(window.days()) + " " + window.start().value() + "-"
                + window.end().value() + " "
                + window.zone().value() + ": " + opening.replicas()
                + (opening.replicas() == 1 ? " replica" : " replicas")
                + ", started " + lead.value().minutes() + " min before";
    }

    private static String days(Set<DayOfWeek> days) {
        List<DayOfWeek> inOrder = days.stream().sorted().toList();
        if (inOrder.size() == DayOfWeek.values().length) {
            return "every day";
        }
        DayOfWeek first = inOrder.get(0);
        DayOfWeek last = inOrder.get(inOrder.size() - 1);
        boolean isRow = inOrder.size() > 2 && last.ordinal() - first.ordinal() == inOrder.size() - 1;
        return isRow
                ? name(first) + "-" + name(last)
                : inOrder.stream().map(WindowFacts::name).collect(Collectors.joining(", "));
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }
}
