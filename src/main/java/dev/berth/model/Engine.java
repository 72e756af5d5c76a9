package dev.berth.model;

/** What changes the number of replicas of a group. */
public enum Engine {
    /** A HorizontalPodAutoscaler that reads pod metrics through Prometheus Adapter. */
    HPA
}
