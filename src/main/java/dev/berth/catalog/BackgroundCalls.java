package dev.berth.catalog;

import java.util.List;

/**
 * What Open WebUI asks of models by itself when people ask something.
 *
 * @param tasks that a model answers in words
 * @param embeddings of documents and queries, where a model makes them
 */
public record BackgroundCalls(List<Task> tasks, Call embeddings, Citation citation) {

    /** @param perRequest how many come with one request of people */
    public record Call(String name, double perRequest, int promptTokens, int answerTokens) {}

    /**
     * A call that can be switched off.
     *
     * @param variable of Open WebUI that does it
     * @param because why it is on or off, as part of a sentence
     */
    public record Task(String variable, On on, String because, Call call) {}

    /** Where a task is switched on. */
    public enum On {
        ALWAYS,
        /** Where a model makes embeddings. */
        RETRIEVAL,
        NEVER;

        public static On of(String key) {
            return switch (key) {
                case "always" -> ALWAYS;
                case "retrieval" -> RETRIEVAL;
                default -> NEVER;
            };
        }
    }
}
