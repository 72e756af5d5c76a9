package dev.berth.model;

import java.util.Optional;

/** A smallest and a largest count; what is absent is derived. */
public record Bounds(Optional<Setting<Integer>> min, Optional<Setting<Integer>> max) {}
