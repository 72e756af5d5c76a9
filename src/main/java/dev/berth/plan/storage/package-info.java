/** How large the shares are. */
@NullMarked
package dev.berth.plan.storage;

import org.jspecify.annotations.NullMarked;
