package dev.berth.plan.demand;

import java.util.List;

/**
 * What one model has to do.
 *
 * @param slots requests that a replica answers with it at the same time
 */
public record ModelLoad(String model, int slots, List<Traffic> traffic) {}
