package dev.berth.catalog;

import dev.berth.model.Gib;

/**
 * What surrounds the models: versions, reserves, and the scaling behaviour of the architecture document.
 *
 * @param kubernetesVersion minor version, such as 1.35
 * @param hpaTolerance share of the target within which a HorizontalPodAutoscaler does nothing
 */
public record PlatformFacts(
        String kubernetesVersion,
        Image ollama,
        Reserve daemonSetReserve,
        Share share,
        ScalingRate scaleUp,
        ScalingRate scaleDown,
        double hpaTolerance,
        int hoursPerMonth) {

    /** A container image with its pinned tag. */
    public record Image(String repository, String tag, Citation citation) {}

    /** What DaemonSets may take of a node. */
    public record Reserve(int cpuMillis, Gib memory, Citation citation) {}

    /** Rules for the size of the share that holds the models. */
    public record Share(Gib minimum, double headroomFactor, Citation citation) {}

    /** How fast an autoscaler may go in one direction. */
    public record ScalingRate(int stabilizationSeconds, int pods, int periodSeconds, Citation citation) {}
}
