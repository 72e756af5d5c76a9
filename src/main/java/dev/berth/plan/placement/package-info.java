/** Which models share a GPU: homes on as few replicas as can be, levelled, and room beside them for others. */
@NullMarked
package dev.berth.plan.placement;

import org.jspecify.annotations.NullMarked;
