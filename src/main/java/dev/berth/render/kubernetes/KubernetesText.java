package dev.berth.render.kubernetes;

import dev.berth.model.Count;
import dev.berth.model.Gib;
import dev.berth.model.Seconds;
import java.math.BigDecimal;

/** Quantities as Kubernetes and Flux write them. */
public final class KubernetesText {

    private static final int MIB_IN_GIB = 1024;

    private KubernetesText() {}

    /** {@code 2Gi} or {@code 128Mi}. */
    public static String memory(Gib size) {
        double mib = size.mib();
        return mib % MIB_IN_GIB == 0 ? size.digits(0) + "Gi" : Math.round(mib) + "Mi";
    }

    /** {@code 3} or {@code 750m}. */
    public static String quantity(Count number) {
        long milli = Math.round(number.amount() * 1000);
        return milli % 1000 == 0 ? String.valueOf(milli / 1000) : milli + "m";
    }

    /** {@code 3} or {@code 0.75}. */
    public static String number(Count number) {
        return BigDecimal.valueOf(Math.round(number.amount() * 1000), 3)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** {@code 25m} or {@code 90s}. */
    public static String duration(Seconds length) {
        return length.whole() % 60 == 0 ? length.whole() / 60 + "m" : length.whole() + "s";
    }
}
