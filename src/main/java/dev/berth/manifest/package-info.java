/** The Kubernetes objects of a rendered tree: charts through Helm, parsed once for every later reader. */
@NullMarked
package dev.berth.manifest;

import org.jspecify.annotations.NullMarked;
