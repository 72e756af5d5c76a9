/** What is asked of the models, how long they take to answer, and how many replicas that needs. */
@NullMarked
package dev.berth.plan.demand;

import org.jspecify.annotations.NullMarked;
