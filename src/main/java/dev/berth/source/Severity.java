package dev.berth.source;

/** How much a problem weighs. Errors stop the run before anything is written; warnings can be waived. */
public enum Severity {
    ERROR("error"),
    WARNING("warning");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
