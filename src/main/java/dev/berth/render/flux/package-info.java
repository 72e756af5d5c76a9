/** What Flux syncs in a region. */
@NullMarked
package dev.berth.render.flux;

import org.jspecify.annotations.NullMarked;
