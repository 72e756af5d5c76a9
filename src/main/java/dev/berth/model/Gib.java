package dev.berth.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Memory or storage in GiB (2^30 bytes). */
public record Gib(double amount) implements Quantity<Gib> {

    private static final double BYTES = 1L << 30;
    private static final double MIB = 1024;

    public static Gib ofBytes(double bytes) {
        return new Gib(bytes / BYTES);
    }

    public static Gib ofMib(double mib) {
        return new Gib(mib / MIB);
    }

    public double mib() {
        return amount * MIB;
    }

    public double bytes() {
        return amount * BYTES;
    }

    @Override
    public Gib of(double amount) {
        return new Gib(amount);
    }

    @Override
    public String unit() {
        return "GiB";
    }

    @Override
    public String toString() {
        return BigDecimal.valueOf(amount())
                        .setScale(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + " GiB";
    }
}
