/** One environment as its value file describes it, with units in the types. */
@NullMarked
package dev.berth.model;

import org.jspecify.annotations.NullMarked;
