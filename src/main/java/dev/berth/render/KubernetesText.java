package dev.berth.render;

import dev.berth.model.Gib;
import dev.berth.model.Seconds;
import dev.berth.plan.Plan;

/** Quantities as Kubernetes and Flux write them. */
final class KubernetesText {

    private static final int MIB_IN_GIB = 1024;

    private KubernetesText() {}

    /** {@code 2Gi} or {@code 128Mi}. */
    static String memory(Gib size) {
        double mib = size.amount() * MIB_IN_GIB;
        return mib % MIB_IN_GIB == 0 ? size.digits(0) + "Gi" : Math.round(mib) + "Mi";
    }

    /** The versions of Kubernetes that a chart takes: {@code >=1.35.0-0}. */
    static String versionFrom(Plan plan) {
        return ">=" + plan.platform().kubernetesVersion().value() + ".0-0";
    }

    /** {@code 25m} or {@code 90s}. */
    static String duration(Seconds length) {
        return length.whole() % 60 == 0 ? length.whole() / 60 + "m" : length.whole() + "s";
    }
}
