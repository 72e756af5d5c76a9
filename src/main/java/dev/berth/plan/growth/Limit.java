package dev.berth.plan.growth;

import dev.berth.source.Problem;

/**
 * What stops an environment first.
 *
 * @param factor times the stated demand at which it does
 * @param problem what the planner says then
 */
public record Limit(Bound bound, double factor, Problem problem) {}
