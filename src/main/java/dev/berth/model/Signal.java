package dev.berth.model;

/** What a scaler reads. Targets are percentages, but for {@link #SLOTS}, whose target follows from the slots. */
public enum Signal {
    /** Requests in service and waiting. */
    SLOTS("slots"),
    GPU_MEMORY("gpu-memory"),
    CPU("cpu"),
    MEMORY("memory");

    private final String key;

    Signal(String key) {
        this.key = key;
    }

    /** The name in value files. */
    public String key() {
        return key;
    }
}
