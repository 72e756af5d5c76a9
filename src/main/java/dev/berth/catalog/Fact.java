package dev.berth.catalog;

/** One figure and its source. */
public record Fact<T>(T value, Citation citation) {}
