package dev.berth.model;

/** Who chooses the replica that answers a request. */
public enum Routing {
    /** A router that knows which replicas hold which model. */
    ROUTER("router"),
    /** Kubernetes, one replica after the other. */
    ROUND_ROBIN("round-robin");

    private final String key;

    Routing(String key) {
        this.key = key;
    }

    /** The word in value files. */
    public String key() {
        return key;
    }

    /** @param key the word in value files */
    public static Routing of(String key) {
        return key.equals(ROUTER.key) ? ROUTER : ROUND_ROBIN;
    }
}
