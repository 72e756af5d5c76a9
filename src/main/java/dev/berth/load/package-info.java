/** From files on disk to an Environment and a Catalog, or to problems. */
@NullMarked
package dev.berth.load;

import org.jspecify.annotations.NullMarked;
