package dev.berth.model;

/** When a model is to be in GPU memory. */
public enum Keep {
    /** Loaded on at least one replica at all times. */
    ALWAYS,
    /** Loaded when somebody asks for it. */
    ON_DEMAND
}
