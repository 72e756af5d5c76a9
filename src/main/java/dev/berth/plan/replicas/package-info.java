/** How many replicas a group has, at all times, in windows and at the most, and what each keeps and requests. */
@NullMarked
package dev.berth.plan.replicas;

import org.jspecify.annotations.NullMarked;
