package dev.berth.model;

import java.util.function.UnaryOperator;

/** A figure that is not known exactly: the least, the likely and the most. */
public record Range<Q extends Quantity<Q>>(Q low, Q mid, Q high) {

    public Range {
        if (low.compareTo(mid) > 0 || mid.compareTo(high) > 0) {
            throw new IllegalArgumentException("not in order: " + low + ", " + mid + ", " + high);
        }
    }

    public static <Q extends Quantity<Q>> Range<Q> exactly(Q value) {
        return new Range<>(value, value, value);
    }

    public Range<Q> plus(Range<Q> other) {
        return new Range<>(low.plus(other.low), mid.plus(other.mid), high.plus(other.high));
    }

    public Range<Q> map(UnaryOperator<Q> change) {
        return new Range<>(change.apply(low), change.apply(mid), change.apply(high));
    }

    public boolean isExact() {
        return low.compareTo(high) == 0;
    }

    /** {@code 6.8 (6.5-7.1)}, without the unit. */
    public String digits(int decimals) {
        return isExact()
                ? mid.digits(decimals)
                : mid.digits(decimals) + " (" + low.digits(decimals) + "-" + high.digits(decimals) + ")";
    }

    @Override
    public String toString() {
        return digits(1) + " " + mid.unit();
    }
}
