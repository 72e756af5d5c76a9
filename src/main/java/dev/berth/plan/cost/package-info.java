/** What an environment costs in a month: at its smallest, as expected, and at its largest. */
@NullMarked
package dev.berth.plan.cost;

import org.jspecify.annotations.NullMarked;
