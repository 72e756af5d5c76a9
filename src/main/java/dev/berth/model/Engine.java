package dev.berth.model;

import java.util.Arrays;

/** What changes the number of replicas of a group. */
public enum Engine {
    /** A HorizontalPodAutoscaler that reads custom metrics through Prometheus Adapter. */
    HPA("hpa"),
    /** A ScaledObject of KEDA, which reads Prometheus and can do without any replica. */
    KEDA("keda");

    private final String key;

    Engine(String key) {
        this.key = key;
    }

    /** The word in value files. */
    public String key() {
        return key;
    }

    public static Engine of(String key) {
        return Arrays.stream(values())
                .filter(engine -> engine.key.equals(key))
                .findFirst()
                .orElseThrow();
    }
}
