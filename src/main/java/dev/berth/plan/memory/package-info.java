/** What models take of GPU memory, and which of them share a replica. */
@NullMarked
package dev.berth.plan.memory;

import org.jspecify.annotations.NullMarked;
