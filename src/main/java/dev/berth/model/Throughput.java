package dev.berth.model;

/** How fast data is read, in MiB (2^20 bytes) a second. */
public record Throughput(double amount) implements Quantity<Throughput> {

    private static final double BYTES_IN_MIB = 1L << 20;

    /** @param mbps millions of bits a second, as networks are sold */
    public static Throughput ofMbps(double mbps) {
        return new Throughput(mbps * 1e6 / 8 / BYTES_IN_MIB);
    }

    /** How long it takes to read so much. */
    public Seconds toRead(Gib size) {
        return new Seconds(size.mib() / amount);
    }

    @Override
    public Throughput of(double amount) {
        return new Throughput(amount);
    }

    @Override
    public String unit() {
        return "MiB/s";
    }

    public int whole() {
        return (int) Math.round(amount);
    }

    @Override
    public String toString() {
        return digits(0) + " MiB/s";
    }
}
