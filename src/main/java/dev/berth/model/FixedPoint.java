package dev.berth.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A number with so many decimals. Reasons are full of them, and exact decimal arithmetic is slow. */
record FixedPoint(double number, int decimals) {

    private static final double[] POWERS = {1, 10, 100, 1000};

    /** Beyond, or so near to a half, only the exact way is right. */
    private static final double LARGE = 1e9;

    private static final double NEAR = 1e-4;

    /** Halves are rounded away from zero. */
    String text() {
        if (decimals >= POWERS.length || !(Math.abs(number) < LARGE)) {
            return exact();
        }
        double scaled = Math.abs(number) * POWERS[decimals];
        long whole = (long) scaled;
        double rest = scaled - whole;
        if (Math.abs(rest - 0.5) < NEAR) {
            return exact();
        }
        return text(rest > 0.5 ? whole + 1 : whole);
    }

    private String text(long units) {
        String sign = number < 0 && units != 0 ? "-" : "";
        if (decimals == 0) {
            return sign + units;
        }
        String digits = String.valueOf(units);
        String padded = "0".repeat(Math.max(0, decimals + 1 - digits.length())) + digits;
        int point = padded.length() - decimals;
        return sign + padded.substring(0, point) + "." + padded.substring(point);
    }

    private String exact() {
        return BigDecimal.valueOf(number)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
