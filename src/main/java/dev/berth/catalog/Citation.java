package dev.berth.catalog;

import dev.berth.source.Span;

/**
 * Where a figure of the catalogue comes from.
 *
 * @param row what the figure belongs to, such as {@code llama3.1:8b}
 * @param at the row's place in a catalogue file
 * @param source who published the figure, or how it was found
 * @param date when it was read, ISO 8601
 */
public record Citation(String row, Span at, String source, String date) {}
