/** From a Plan to a FileSet, through JTE templates. */
@NullMarked
package dev.berth.render;

import org.jspecify.annotations.NullMarked;
