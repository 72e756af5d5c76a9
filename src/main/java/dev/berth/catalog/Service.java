package dev.berth.catalog;

/** What is paid beside nodes and clusters. */
public enum Service {
    /** All file shares. */
    STORAGE("storage"),
    /** The account of all queues, its private endpoint, and what is asked of it. */
    QUEUES("queues"),
    DATABASE("database"),
    CACHE("cache"),
    LOAD_BALANCER("loadBalancer"),
    /** Data that leaves the region. */
    EGRESS("egress");

    private final String key;

    Service(String key) {
        this.key = key;
    }

    /** The word in price files. */
    public String key() {
        return key;
    }
}
