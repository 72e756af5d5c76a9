/** A plan for people: sections that know nothing of where they are printed, and the two ways to print them. */
@NullMarked
package dev.berth.cli.report;

import org.jspecify.annotations.NullMarked;
