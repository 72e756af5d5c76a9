package dev.berth.model;

import java.util.Arrays;

/** How Ollama keeps keys and values of a context. */
public enum KvCacheType {
    F16("f16"),
    Q8_0("q8_0"),
    Q4_0("q4_0");

    private final String key;

    KvCacheType(String key) {
        this.key = key;
    }

    /** The word in value files, and the value of OLLAMA_KV_CACHE_TYPE. */
    public String key() {
        return key;
    }

    public static KvCacheType of(String key) {
        return Arrays.stream(values())
                .filter(type -> type.key.equals(key))
                .findFirst()
                .orElseThrow();
    }
}
