package dev.berth.model;

/**
 * What a subscription may use in a region.
 *
 * @param family as {@code az vm list-usage} names it
 */
public record Quota(String region, String family, Setting<Integer> vcpus) {}
