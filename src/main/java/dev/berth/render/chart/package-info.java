/** The charts of an environment, and what their values say. */
@NullMarked
package dev.berth.render.chart;

import org.jspecify.annotations.NullMarked;
