/** How many nodes each pool has. */
@NullMarked
package dev.berth.plan.nodes;

import org.jspecify.annotations.NullMarked;
