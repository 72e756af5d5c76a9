package dev.berth.model;

/** A length of time. */
public record Seconds(double amount) implements Quantity<Seconds> {

    @Override
    public Seconds of(double amount) {
        return new Seconds(amount);
    }

    @Override
    public String unit() {
        return "s";
    }

    /** Whole seconds, as Kubernetes takes them. */
    public int whole() {
        return (int) Math.round(amount);
    }

    @Override
    public String toString() {
        return digits(0) + " s";
    }
}
