/** Words that all charts and objects of Kubernetes share. */
@NullMarked
package dev.berth.render.kubernetes;

import org.jspecify.annotations.NullMarked;
