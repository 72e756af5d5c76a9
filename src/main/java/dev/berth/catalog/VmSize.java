package dev.berth.catalog;

import dev.berth.model.Gib;
import dev.berth.model.MilliCpu;

/**
 * An Azure VM size without GPUs.
 *
 * @param allocatableCpu what pods can request on a node, conservatively
 * @param allocatableMemory memory that pods can request on a node, conservatively
 */
public record VmSize(
        String name, int vcpu, Gib memory, MilliCpu allocatableCpu, Gib allocatableMemory, Citation citation) {}
