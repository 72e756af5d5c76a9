package dev.berth.model;

import java.util.Optional;

/**
 * The share that holds the model files; what is absent is derived.
 *
 * @param throughput in MiB/s
 */
public record Share(Optional<Setting<Gib>> size, Optional<Setting<Integer>> throughput) {}
