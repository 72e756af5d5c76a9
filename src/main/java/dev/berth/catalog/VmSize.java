package dev.berth.catalog;

import dev.berth.model.Gib;
import dev.berth.model.MilliCpu;

/**
 * An Azure VM size without GPUs.
 *
 * @param family the quota that it counts against, as {@code az vm list-usage} names it
 * @param allocatableCpu what pods can request on a node, conservatively
 * @param allocatableMemory memory that pods can request on a node, conservatively
 */
public record VmSize(
        String name,
        String family,
        int vcpu,
        Gib memory,
        MilliCpu allocatableCpu,
        Gib allocatableMemory,
        Citation citation) {}
