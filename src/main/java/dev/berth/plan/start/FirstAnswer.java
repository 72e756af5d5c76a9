package dev.berth.plan.start;

import dev.berth.catalog.StartFacts.DocumentTimes;
import dev.berth.model.Range;
import dev.berth.model.Seconds;
import dev.berth.plan.decision.Decision;

/**
 * How long the first word of an answer takes on a replica that runs.
 *
 * @param cold of the first request of a model: it is loaded from the share
 * @param warm of all further ones
 * @param document what the architecture document says, only shown
 */
public record FirstAnswer(
        String model, Decision<Range<Seconds>> cold, Decision<Range<Seconds>> warm, DocumentTimes document) {

    /**
     * @param prompt how long a usual prompt is read
     */
    static FirstAnswer of(LoadTime load, Decision<Range<Seconds>> prompt, DocumentTimes document) {
        String id = "model." + load.model() + ".firstAnswer.";
        return new FirstAnswer(load.model(), cold(id + "cold", load, prompt), warm(id + "warm", prompt), document);
    }

    private static Decision<Range<Seconds>> cold(String id, LoadTime load, Decision<Range<Seconds>> prompt) {
        Range<Seconds> loaded = load.cold().value();
        Range<Seconds> time = loaded.plus(prompt.value());
        return Decision.derived(id, time, time.toString())
                .from(load.cold())
                .from(prompt)
                .by("load " + loaded + " + prompt " + prompt.value());
    }

    private static Decision<Range<Seconds>> warm(String id, Decision<Range<Seconds>> prompt) {
        return Decision.derived(id, prompt.value(), prompt.shown())
                .from(prompt)
                .by("the model is loaded: prompt " + prompt.value());
    }
}
