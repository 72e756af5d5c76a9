package dev.berth.cli;

import dev.berth.cli.report.Style;
import java.io.PrintStream;

/**
 * Where a command speaks.
 *
 * @param out what was asked for
 * @param err problems and remarks
 * @param style how words are emphasised
 */
record Console(PrintStream out, PrintStream err, Style style) {}
