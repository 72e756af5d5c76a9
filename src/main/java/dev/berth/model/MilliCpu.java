package dev.berth.model;

/** Thousandths of a CPU. */
public record MilliCpu(double amount) implements Quantity<MilliCpu> {

    @Override
    public MilliCpu of(double amount) {
        return new MilliCpu(amount);
    }

    @Override
    public String unit() {
        return "m";
    }

    /** {@code 3000m}, as Kubernetes reads it. */
    @Override
    public String toString() {
        return digits(0) + "m";
    }
}
