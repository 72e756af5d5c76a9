package dev.berth.model;

/** A number of things. */
public record Count(double amount) implements Quantity<Count> {

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
