package dev.berth.model;

/** Gigabytes a second, in which data sheets give memory bandwidth. */
public record GbPerSecond(double amount) implements Quantity<GbPerSecond> {

    private static final double BYTES = 1e9;

    @Override
    public GbPerSecond of(double amount) {
        return new GbPerSecond(amount);
    }

    @Override
    public String unit() {
        return "GB/s";
    }

    /** How long it takes to read so much. */
    public Seconds timeFor(Gib size) {
        return new Seconds(size.bytes() / (amount * BYTES));
    }

    @Override
    public String toString() {
        return digits(0) + " GB/s";
    }
}
