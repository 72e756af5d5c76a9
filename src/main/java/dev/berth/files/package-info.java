/** Rendered trees in memory. */
@NullMarked
package dev.berth.files;

import org.jspecify.annotations.NullMarked;
