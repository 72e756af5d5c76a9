package dev.berth.cli.report;

import dev.berth.cli.report.Section.Fact;
import dev.berth.cli.report.Section.Facts;
import dev.berth.load.ValueChange;
import dev.berth.plan.Plan;
import dev.berth.plan.decision.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * What changed fields make of an environment, beside the value file as it is.
 *
 * @param before the plan of the value file as it is
 */
public record WhatIfSection(Plan before, List<ValueChange> changes) {

    /** Of the decisions that come out differently, so many are named. */
    private static final int SHOWN = 8;

    /** What the plan's screen tells of. */
    private static final Pattern TOLD = Pattern.compile(
            "group[.].*[.](replicas[.](min|max)|slots|target[.].*)|pool[.].*[.]nodes[.](floor|max)|cost[.]total[.].*"
                    + "|model[.].*[.]waitP95");

    Section section(Plan after) {
        List<Fact> facts = new ArrayList<>();
        changes.forEach(change -> facts.add(new Fact("what if", "`" + change.text() + "`")));
        List<String> different = different(after);
        different.stream().limit(SHOWN).forEach(line -> facts.add(new Fact("then", line)));
        if (different.isEmpty()) {
            facts.add(new Fact("then", "nothing that this screen shows comes out differently"));
        } else if (different.size() > SHOWN) {
            facts.add(new Fact("then", different.size() - SHOWN + " more, see `--format json`"));
        }
        return new Facts("What if", "nothing is written", facts, List.of());
    }

    private List<String> different(Plan after) {
        SortedMap<String, Decision<?>> old = before.decisions();
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
