package dev.berth.model;

import java.util.function.UnaryOperator;

/**
 * A figure that is not known exactly: the least, the likely and the most.
 *
 * @param basis how the figure came about
 */
public record Range<Q extends Quantity<Q>>(Q low, Q mid, Q high, Basis basis) {

    public Range {
        if (low.compareTo(mid) > 0 || mid.compareTo(high) > 0) {
            throw new IllegalArgumentException("not in order: " + low + ", " + mid + ", " + high);
        }
    }

    /** A range computed from others. */
    public static <Q extends Quantity<Q>> Range<Q> derived(Q low, Q mid, Q high) {
        return new Range<>(low, mid, high, Basis.DERIVED);
    }

    /** A figure that is known exactly. */
    public static <Q extends Quantity<Q>> Range<Q> exactly(Q figure) {
        return derived(figure, figure, figure);
    }

    /** Each end with its like. */
    public Range<Q> plus(Range<Q> other) {
        return derived(low.plus(other.low), mid.plus(other.mid), high.plus(other.high));
    }

    /** Each end changed alike. */
    public Range<Q> map(UnaryOperator<Q> change) {
        return derived(change.apply(low), change.apply(mid), change.apply(high));
    }

    /** {@code 6.8 (6.5-7.1)}, without the unit. */
    public String digits(int decimals) {
        return low.equals(high)
                ? mid.digits(decimals)
                : mid.digits(decimals) + " (" + low.digits(decimals) + "-" + high.digits(decimals) + ")";
    }

    /** {@code $961 ($850-$1,200)}, each end with its unit; {@code $961} where all are the same. */
    public String withUnits() {
        return low.equals(high) ? mid.toString() : mid + " (" + low + "-" + high + ")";
    }

    @Override
    public String toString() {
        return digits(1) + " " + mid.unit();
    }
}
