package dev.berth.render;

import dev.berth.model.Gib;
import dev.berth.model.Seconds;

/** Quantities as Kubernetes and Flux write them. */
final class KubernetesText {

    private static final int MIB_IN_GIB = 1024;

    private KubernetesText() {}

    /** {@code 2Gi} or {@code 128Mi}. */
    static String memory(Gib size) {
        double mib = size.mib();
        return mib % MIB_IN_GIB == 0 ? size.digits(0) + "Gi" : Math.round(mib) + "Mi";
    }

    /** {@code 25m} or {@code 90s}. */
    static String duration(Seconds length) {
        return length.whole() % 60 == 0 ? length.whole() / 60 + "m" : length.whole() + "s";
    }
}
