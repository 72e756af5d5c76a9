package dev.berth.model;

import java.util.Arrays;

/** When a model has room in GPU memory. */
public enum Keep {
    /** At all times, on the replicas that never go away. */
    ALWAYS("always"),
    /** In its windows, as ever; else when somebody asks for it. */
    SCHEDULE("schedule"),
    /** When somebody asks for it, on a further replica. */
    ON_DEMAND("onDemand");

    private final String key;

    Keep(String key) {
        this.key = key;
    }

    /** The word in value files. */
    public String key() {
        return key;
    }

    public static Keep of(String key) {
        return Arrays.stream(values())
                .filter(keep -> keep.key.equals(key))
                .findFirst()
                .orElseThrow();
    }
}
