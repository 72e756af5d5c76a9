package dev.berth.plan.start;

import dev.berth.model.Throughput;
import dev.berth.plan.decision.Decision;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long starts take, and what follows from it.
 *
 * @param shareThroughput how fast the share that holds the model files can be read
 * @param loads of each model
 * @param firstAnswers of each model
 * @param coldStarts of each group
 * @param risks what can go wrong although the plan holds
 */
public record StartPlan(
        Decision<Throughput> shareThroughput,
        List<LoadTime> loads,
        List<FirstAnswer> firstAnswers,
        List<ColdStart> coldStarts,
        Timeouts timeouts,
        List<Risk> risks) {

    public StartPlan {
        loads = List.copyOf(loads);
        firstAnswers = List.copyOf(firstAnswers);
        coldStarts = List.copyOf(coldStarts);
        risks = List.copyOf(risks);
    }

    /** All of them, for the plan. */
    public List<Decision<?>> decisions() {
        return Stream.of(
                        Stream.of(shareThroughput),
                        loads.stream().map(LoadTime::cold),
                        loads.stream().flatMap(load -> load.warm().stream()),
                        firstAnswers.stream().map(FirstAnswer::cold),
                        firstAnswers.stream().map(FirstAnswer::warm),
                        coldStarts.stream().map(ColdStart::total),
                        timeouts.decisions().stream())
                .<Decision<?>>flatMap(decisions -> decisions)
                .toList();
    }
}
