package dev.berth.model;

/** A length of time. */
public record Seconds(double amount) implements Quantity<Seconds> {

    private static final double MINUTE = 60;

    public static Seconds ofMinutes(double minutes) {
        return new Seconds(minutes * MINUTE);
    }

    /** Up to whole minutes. */
    public Seconds toMinutes() {
        return upTo(ofMinutes(1));
    }

    /** Up to a multiple of the step. */
    public Seconds upTo(Seconds step) {
        return step.times(Math.ceil(amount / step.amount()));
    }

    public int minutes() {
        return (int) Math.round(amount / MINUTE);
    }

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
