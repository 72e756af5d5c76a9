package dev.berth.plan.start;

import dev.berth.catalog.StartFacts.DocumentTimes;
import dev.berth.model.Range;
import dev.berth.model.Seconds;
import dev.berth.plan.decision.Decision;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long the first word of an answer takes on a replica that runs.
 *
 * @param cold of the first request of a model: it is loaded from the share
 * @param warm of all further ones; absent where it is not known how long a prompt is read
 * @param document what the architecture document says, only shown
 */
public record FirstAnswer(
        String model, Decision<Range<Seconds>> cold, Optional<Decision<Range<Seconds>>> warm, DocumentTimes document) {

    /**
     * @param prompt how long a usual prompt is read
     */
    static FirstAnswer of(LoadTime load, Optional<Decision<Range<Seconds>>> prompt, DocumentTimes document) {
        String id = "model." + load.model() + ".firstAnswer.";
        return new FirstAnswer(
                load.model(), cold(id + "cold", load, prompt), prompt.map(time -> warm(id + "warm", time)), document);
    }

    private static Decision<Range<Seconds>> cold(String id, LoadTime load, Optional<Decision<Range<Seconds>>> prompt) {
        Range<Seconds> loaded = load.cold().value();
        Range<Seconds> time = prompt.map(read -> loaded.plus(read.value())).orElse(loaded);
        return Decision.derived(id, time, time.toString())
                .fromAll(Stream.concat(Stream.of(load.cold()), prompt.stream()).toList())
                .by("load " + loaded
                        + prompt.map(read -> " + prompt " + read.value())
                                .orElse("; how long a prompt is read is not known"));
    }

    private static Decision<Range<Seconds>> warm(String id, Decision<Range<Seconds>> prompt) {
        return Decision.derived(id, prompt.value(), prompt.shown())
                .from(prompt)
                .by("the model is loaded: prompt " + prompt.value());
    }
}
