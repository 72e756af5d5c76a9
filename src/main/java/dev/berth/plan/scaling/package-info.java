/** What the autoscaler of a group is told: targets that an idle fleet comes back under and that a busy one passes. */
@NullMarked
package dev.berth.plan.scaling;

import org.jspecify.annotations.NullMarked;
