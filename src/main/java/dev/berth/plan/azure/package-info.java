/** The networks of regions, and what Azure is asked for there. */
@NullMarked
package dev.berth.plan.azure;

import org.jspecify.annotations.NullMarked;
