package dev.berth.model;

/** What a scaler reads. Targets are percentages. */
public enum Signal {
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
