package dev.berth.cli.report;

import dev.berth.cli.report.Section.Fact;
import dev.berth.cli.report.Section.Facts;
import dev.berth.load.ValueChange;
import dev.berth.plan.Plan;
import dev.berth.plan.decision.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What changed fields make of an environment, beside the value file as it is.
 *
 * @param before the plan of the value file as it is
 */
public record WhatIfSection(Planned before, List<ValueChange> changes) {

    /** Of the decisions that come out differently, so many are named. */
    private static final int SHOWN = 12;

    /** What the plan's screen tells of. */
    private static final Pattern TOLD = Pattern.compile(
            "group[.].*[.](replicas[.](min|max|homes)|slots|target[.].*|coldStart)|pool[.].*[.]nodes[.](floor|max)"
                    + "|cost[.]total[.].*|share[.].*|webui[.]replicas[.].*"
                    + "|model[.].*[.](context|residency|serviceTime|waitP95|firstAnswer[.]cold)");

    Section section(Planned after) {
        List<Fact> facts = new ArrayList<>();
        changes.forEach(change -> facts.add(new Fact("what if", "`" + change.text() + "`")));
        List<String> different = new ArrayList<>(problems(after));
        different.addAll(different(after.plan()));
        different.stream().limit(SHOWN).forEach(line -> facts.add(new Fact("then", line)));
        if (different.isEmpty()) {
            facts.add(new Fact("then", "nothing comes out differently"));
        } else if (different.size() > SHOWN) {
            facts.add(new Fact("then", different.size() - SHOWN + " more"));
        }
        return new Facts("What if", "nothing is written", facts, List.of());
    }

    private List<String> problems(Planned after) {
        Set<String> old = codes(before);
        Set<String> now = codes(after);
        return Stream.concat(
                        now.stream().filter(code -> !old.contains(code)).map(code -> code + " appears"),
                        old.stream().filter(code -> !now.contains(code)).map(code -> code + " is gone"))
                .toList();
    }

    private static Set<String> codes(Planned planned) {
        return planned.problems().stream()
                .map(problem -> problem.code().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> different(Plan after) {
        SortedMap<String, Decision<?>> old = before.plan().decisions();
        return after.decisions().values().stream()
                .filter(decision -> TOLD.matcher(decision.id()).matches())
                .filter(decision -> !shown(old, decision).equals(decision.shown()))
                .map(decision -> decision.id() + " " + shown(old, decision) + " -> " + decision.shown())
                .toList();
    }

    private static String shown(SortedMap<String, Decision<?>> decisions, Decision<?> of) {
        Decision<?> decision = decisions.get(of.id());
        return decision == null ? "none" : decision.shown();
    }
}
