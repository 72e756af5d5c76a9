package dev.berth.model;

/** Who chooses the replica that answers a request. */
public enum Routing {
    /** A router that knows which replicas hold which model. */
    ROUTER,
    /** Kubernetes, one replica after the other. */
    ROUND_ROBIN;

    /** @param key the word in value files */
    public static Routing of(String key) {
        return key.equals("router") ? ROUTER : ROUND_ROBIN;
    }
}
