/** Whether all environments of a subscription fit into what it may use. */
@NullMarked
package dev.berth.plan.quota;

import org.jspecify.annotations.NullMarked;
