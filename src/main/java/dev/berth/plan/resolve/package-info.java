/** The environment with every name replaced by what it names. */
@NullMarked
package dev.berth.plan.resolve;

import org.jspecify.annotations.NullMarked;
