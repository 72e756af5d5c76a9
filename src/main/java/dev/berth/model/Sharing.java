package dev.berth.model;

/** How the replicas of a pool share its GPUs. */
public enum Sharing {
    /** One replica holds one GPU. */
    EXCLUSIVE
}
