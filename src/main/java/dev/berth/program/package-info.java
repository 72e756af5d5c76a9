/** Other programs: found on the PATH, run to their end, given a folder of their own. */
@NullMarked
package dev.berth.program;

import org.jspecify.annotations.NullMarked;
