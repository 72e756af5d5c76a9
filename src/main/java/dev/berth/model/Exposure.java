package dev.berth.model;

/** From where the chat pages can be reached. */
public enum Exposure {
    /** From inside the cluster alone. */
    INTERNAL,
    /** From everywhere, by an Azure load balancer, without TLS. */
    PUBLIC;

    /** @param key the word in value files */
    public static Exposure of(String key) {
        return key.equals("public") ? PUBLIC : INTERNAL;
    }
}
