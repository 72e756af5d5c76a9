package dev.berth.model;

import java.util.Optional;

/**
 * The chat pages for people.
 *
 * @param host name that people type; any when absent
 * @param cpuTarget of what a replica requests
 * @param memoryTarget of what a replica requests
 * @param shareSize of what people upload; the smallest there is when absent
 */
public record WebUi(
        Optional<Setting<String>> host,
        Setting<Exposure> exposure,
        Bounds replicas,
        Setting<Percent> cpuTarget,
        Setting<Percent> memoryTarget,
        Optional<Setting<Gib>> shareSize) {}
