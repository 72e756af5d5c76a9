/** How long starts take, and the timeouts that follow from it. */
@NullMarked
package dev.berth.plan.start;

import org.jspecify.annotations.NullMarked;
