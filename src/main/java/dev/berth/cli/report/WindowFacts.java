package dev.berth.cli.report;

import dev.berth.cli.report.Section.Fact;
import dev.berth.model.Seconds;
import dev.berth.model.Window;
import dev.berth.plan.decision.Counted;
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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a group keeps in the windows of its models. */
final class WindowFacts {

    private WindowFacts() {}

    static List<Fact> of(GroupPlan group, Schedule schedule, Decision<Seconds> lead) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "in windows",
                schedule.replicas().shown() + ": " + schedule.replicas().formula()));
        schedule.openings().forEach(opening -> facts.add(new Fact("window", window(opening, lead))));
        addIfAny(
                facts,
                "no window",
                scheduled(group, model -> isAlwaysThere(model, group) && !comesInWindows(model, group)),
                "there is room on a replica that is always there");
        addIfAny(
                facts,
                "always",
                scheduled(group, model -> isAlwaysThere(model, group) && comesInWindows(model, group)),
                "on a replica that is always there, and on more in its windows");
        return facts;
    }

    private static void addIfAny(List<Fact> facts, String label, String models, String why) {
        if (!models.isEmpty()) {
            facts.add(new Fact(label, models + ": " + why));
        }
    }

    private static String scheduled(GroupPlan group, Predicate<String> which) {
        return group.models().stream()
                .filter(model -> !model.request().windows().isEmpty())
                .map(ModelPlan::name)
                .filter(which)
                .collect(Collectors.joining(", "));
    }

    private static boolean isAlwaysThere(String model, GroupPlan group) {
        return ordinals(model, group)
                .anyMatch(ordinal -> ordinal < group.minReplicas().value());
    }

    private static boolean comesInWindows(String model, GroupPlan group) {
        return ordinals(model, group)
                .anyMatch(ordinal -> ordinal >= group.minReplicas().value());
    }

    private static IntStream ordinals(String model, GroupPlan group) {
        return IntStream.range(0, group.homes().size())
                .filter(ordinal -> group.homes().get(ordinal).homes().stream()
                        .anyMatch(home -> home.name().equals(model)));
    }

    /** {@code Mon-Fri 08:00-18:00 Europe/Amsterdam: 2 replicas, started 22 min before}. */
    private static String window(Opening opening, Decision<Seconds> lead) {
        Window window = opening.window();
        return days(window.days()) + " " + window.start().value() + "-"
                + window.end().value() + " "
                + window.zone().value() + ": " + Counted.replicas(opening.replicas())
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
