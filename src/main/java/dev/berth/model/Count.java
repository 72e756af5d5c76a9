package dev.berth.model;

/** A number of things. */
public record Count(double amount) implements Quantity<Count> {

    /** The nearest number between the two. */
    public Count between(double least, double most) {
        return new Count(Math.min(most, Math.max(least, amount)));
    }

    @Override
    public Count of(double amount) {
        return new Count(amount);
    }

    @Override
    public String unit() {
        return "";
    }

    @Override
    public String toString() {
        return digits(0);
    }
}
