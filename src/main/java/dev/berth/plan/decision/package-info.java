/** A value of the plan and why it is what it is. */
@NullMarked
package dev.berth.plan.decision;

import org.jspecify.annotations.NullMarked;
