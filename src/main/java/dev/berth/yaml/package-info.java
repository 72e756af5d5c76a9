/** YAML text to a tree that knows the place of every key and value, and back to safe scalars. No I/O. */
@NullMarked
package dev.berth.yaml;

import org.jspecify.annotations.NullMarked;
