package dev.berth.catalog;

import dev.berth.catalog.PlatformFacts.Image;
import dev.berth.catalog.PlatformFacts.ScalingRate;
import dev.berth.model.Gib;
import dev.berth.model.MilliCpu;
import dev.berth.model.Range;

/**
 * What is known of Open WebUI.
 *
 * @param idleMemory of a replica that nobody uses
 * @param cpuRequest of a replica
 * @param minReplicas where a value file names none
 * @param maxReplicas where a value file names none
 */
public record OpenWebUiFacts(
        Image image,
        Fact<Range<Gib>> idleMemory,
        Fact<MilliCpu> cpuRequest,
        Fact<Integer> minReplicas,
        Fact<Integer> maxReplicas,
        ScalingRate scaleUp,
        ScalingRate scaleDown) {}
