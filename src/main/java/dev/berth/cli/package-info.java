/** The command line: one class per command. */
@NullMarked
package dev.berth.cli;

import org.jspecify.annotations.NullMarked;
