package dev.berth.plan.schedule;

import dev.berth.model.Window;

/**
 * A window, and how many replicas are kept while it is open.
 *
 * @param replicas more than at other times
 */
public record Opening(Window window, int replicas) {}
