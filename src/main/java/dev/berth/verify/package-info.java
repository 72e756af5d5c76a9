/** Checks of a rendered tree: Helm lint, strict Kubernetes schemas, parameters of Bicep; kubeconform and the Bicep compiler. */
@NullMarked
package dev.berth.verify;

import org.jspecify.annotations.NullMarked;
