/** How one group of replicas runs: everything that is derived for it. */
@NullMarked
package dev.berth.plan.group;

import org.jspecify.annotations.NullMarked;
