/** JSON Schemas of the jar, applied to trees that know their places. No I/O but reading the jar. */
@NullMarked
package dev.berth.schema;

import org.jspecify.annotations.NullMarked;
