package dev.berth.model;

/**
 * What the plan has to achieve.
 *
 * @param waitP95 at peak, 95 of 100 requests wait no longer before a replica takes them up
 */
public record Objectives(Setting<Seconds> waitP95) {}
