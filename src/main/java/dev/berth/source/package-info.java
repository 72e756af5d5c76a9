/** Texts, places in them, and what is wrong there. No I/O. */
@NullMarked
package dev.berth.source;

import org.jspecify.annotations.NullMarked;
