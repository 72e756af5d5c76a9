package dev.berth.yaml;

/** What a scalar stands for. */
public enum ScalarType {
    TEXT("text"),
    WHOLE("a whole number"),
    DECIMAL("a decimal number"),
    BOOLEAN("true or false"),
    NULL("nothing"),
    /** Only YAML 1.1 readers see these. */
    DATE("a date"),
    MERGE("a merge key");

    private final String noun;

    ScalarType(String noun) {
        this.noun = noun;
    }

    public String noun() {
        return noun;
    }
}
