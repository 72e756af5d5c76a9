/** From a FileSet to directories that the generator owns. */
@NullMarked
package dev.berth.write;

import org.jspecify.annotations.NullMarked;
