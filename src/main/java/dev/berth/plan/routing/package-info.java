/** Which replicas a model's requests may go to, in which order, and how large the router in front of them is. */
@NullMarked
package dev.berth.plan.routing;

import org.jspecify.annotations.NullMarked;
