/** How templates become files: values are quoted as their kind of file wants, and where each lands is recorded. */
@NullMarked
package dev.berth.render.output;

import org.jspecify.annotations.NullMarked;
