package dev.berth.catalog;

import dev.berth.model.Gib;
import dev.berth.model.MilliCpu;
import dev.berth.model.Range;
import dev.berth.model.Throughput;

/**
 * An Azure VM size with GPUs.
 *
 * @param family the quota that it counts against, as {@code az vm list-usage} names it
 * @param gpus GPUs of one node
 * @param network what the network of a node carries
 * @param allocatableCpu what pods can request on a node, conservatively
 * @param allocatableMemory memory that pods can request on a node, conservatively
 */
public record GpuSize(
        String name,
        String family,
        int vcpu,
        Gib memory,
        int gpus,
        Gpu gpu,
        Throughput network,
        MilliCpu allocatableCpu,
        Gib allocatableMemory,
        Citation citation) {

    /**
     * One GPU, or the slice of one that a size has.
     *
     * @param nominalGb memory on the data sheet, in GB
     * @param usable memory that one CUDA process can have
     * @param dcgm used + free, as DCGM shows them
     */
    public record Gpu(String name, double nominalGb, Range<Gib> usable, Range<Gib> dcgm, Citation citation) {}
}
