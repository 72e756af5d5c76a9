package dev.berth.model;

/** A warning that somebody accepts, and why. */
public record Waiver(Setting<String> code, Setting<String> reason) {}
