package dev.berth.model;

/** The AKS node pools without GPUs. */
public record CpuPools(SystemPool system, AppsPool apps) {

    /** For AKS's own pods and Flux, with a fixed number of nodes. */
    public record SystemPool(Setting<String> size, Setting<Integer> nodes) {}

    /** For all else that needs no GPU, autoscaled. */
    public record AppsPool(Setting<String> size, Bounds nodes) {}
}
