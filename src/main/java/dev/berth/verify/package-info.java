/** Checks of a rendered tree: Helm lint, strict Kubernetes schemas, kubeconform. */
@NullMarked
package dev.berth.verify;

import org.jspecify.annotations.NullMarked;
