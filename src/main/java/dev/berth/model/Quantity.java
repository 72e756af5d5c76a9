package dev.berth.model;

/** A number with a unit in its type. */
public interface Quantity<Q extends Quantity<Q>> extends Comparable<Q> {

    double amount();

    /** The same unit with another amount. */
    Q of(double amount);

    String unit();

    default Q plus(Q other) {
        return of(amount() + other.amount());
    }

    default Q times(double factor) {
        return of(amount() * factor);
    }

    /** The larger of the two. */
    default Q atLeast(Q other) {
        return of(Math.max(amount(), other.amount()));
    }

    /** The smaller of the two. */
    default Q atMost(Q other) {
        return of(Math.min(amount(), other.amount()));
    }

    @Override
    default int compareTo(Q other) {
        return Double.compare(amount(), other.amount());
    }

    /** The bare number, for tables whose head names the unit and for formulas. */
    default String digits(int decimals) {
        return new FixedPoint(amount(), decimals).text();
    }
}
