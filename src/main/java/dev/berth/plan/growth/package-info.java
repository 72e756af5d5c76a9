/** How much more demand an environment takes, what stops it, and the cheapest change that lifts it. */
@NullMarked
package dev.berth.plan.growth;

import org.jspecify.annotations.NullMarked;
