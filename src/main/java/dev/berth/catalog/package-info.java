/** What is known of the world: models, GPU sizes, prices, component versions; each figure with its source. */
@NullMarked
package dev.berth.catalog;

import org.jspecify.annotations.NullMarked;
