package dev.berth.catalog;

import dev.berth.model.Gib;
import dev.berth.model.MilliCpu;
import dev.berth.model.Seconds;

/**
 * What surrounds the models: versions, reserves, and the scaling behaviour of the architecture document.
 *
 * @param kubernetesVersion minor version, such as 1.35
 * @param shareMinimum least size of a share
 * @param shareHeadroom how many times the model files their share is
 * @param drain how long a replica that is taken away goes on answering
 * @param hpaTolerance share of the target within which a HorizontalPodAutoscaler does nothing
 */
public record PlatformFacts(
        Fact<String> kubernetesVersion,
        Image ollama,
        Reserve daemonSetReserve,
        Fact<Gib> shareMinimum,
        Fact<Double> shareHeadroom,
        ScalingRate scaleUp,
        ScalingRate scaleDown,
        Fact<Double> hpaTolerance,
        Fact<Seconds> drain,
        Fact<Integer> hoursPerMonth) {

    /** A container image with its pinned tag. */
    public record Image(String repository, String tag, Citation citation) {}

    /** What DaemonSets may take of a node. */
    public record Reserve(MilliCpu cpu, Gib memory, Citation citation) {}

    /** How fast an autoscaler may go in one direction. */
    public record ScalingRate(Seconds stabilization, int pods, Seconds period, Citation citation) {}
}
