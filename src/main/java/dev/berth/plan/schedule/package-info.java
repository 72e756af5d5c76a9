/** When a group keeps more replicas than at other times, and the clocks of Kubernetes and KEDA for it. */
@NullMarked
package dev.berth.plan.schedule;

import org.jspecify.annotations.NullMarked;
