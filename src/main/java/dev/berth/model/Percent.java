package dev.berth.model;

/** Hundredths of a whole. */
public record Percent(double amount) implements Quantity<Percent> {

    @Override
    public Percent of(double amount) {
        return new Percent(amount);
    }

    @Override
    public String unit() {
        return "%";
    }

    @Override
    public String toString() {
        return digits(0) + " %";
    }
}
