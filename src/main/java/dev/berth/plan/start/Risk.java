package dev.berth.plan.start;

/**
 * What can go wrong although the plan holds.
 *
 * @param id public name, such as {@code front-door}
 */
public record Risk(String id, String text) {}
