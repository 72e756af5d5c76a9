/** Bicep parameter files: reading their literals, and checking what the compiler lets pass. */
@NullMarked
package dev.berth.bicep;

import org.jspecify.annotations.NullMarked;
