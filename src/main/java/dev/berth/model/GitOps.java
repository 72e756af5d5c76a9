package dev.berth.model;

import java.util.Optional;

/** The Git repository that Flux reads. */
public record GitOps(Optional<Setting<String>> url, Setting<String> branch) {}
