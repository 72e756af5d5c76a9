/** Answers where a number comes from: a decision, a field of a rendered file or of a Kubernetes object. */
@NullMarked
package dev.berth.explain;

import org.jspecify.annotations.NullMarked;
