/** Puts together what its rooms derive, each one subject; every result is a Decision that knows its formula and causes. */
@NullMarked
package dev.berth.plan;

import org.jspecify.annotations.NullMarked;
