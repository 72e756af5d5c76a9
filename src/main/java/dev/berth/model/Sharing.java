package dev.berth.model;

/**
 * How the replicas of a pool share its GPUs.
 *
 * @param replicasPerGpu one, or how many take turns
 */
public record Sharing(int replicasPerGpu) {

    /** One replica holds one GPU. */
    public static final Sharing EXCLUSIVE = new Sharing(1);

    public boolean isExclusive() {
        return replicasPerGpu == 1;
    }

    /** The word of the value file. */
    @Override
    public String toString() {
        return isExclusive() ? "exclusive" : "timeSlices: " + replicasPerGpu;
    }
}
