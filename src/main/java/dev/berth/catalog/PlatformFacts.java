package dev.berth.catalog;

import dev.berth.model.Gib;
import dev.berth.model.KubernetesVersion;
import dev.berth.model.MilliCpu;
import dev.berth.model.Seconds;
import java.util.Optional;

/**
 * What surrounds the models: versions, reserves, and the scaling behaviour of the architecture document.
 *
 * @param shareMinimum least size of a share
 * @param shareHeadroom how many times the model files their share is
 * @param drain how long a replica that is taken away goes on answering
 * @param stop how long a process may take to stop when it is told to
 * @param slotsTarget share of a replica's slots that signal slots holds a fleet at
 * @param clock how often a schedule says how many replicas there are at the least
 * @param systemPoolMinimum vCPUs that a node of AKS's own pods has at the least
 * @param hpaTolerance share of the target within which a HorizontalPodAutoscaler does nothing
 */
public record PlatformFacts(
        Fact<KubernetesVersion> kubernetesVersion,
        Image ollama,
        Image kubectl,
        Reserve daemonSetReserve,
        Fact<Gib> shareMinimum,
        Fact<Double> shareHeadroom,
        ScalingRate scaleUp,
        ScalingRate scaleDown,
        Fact<Seconds> clock,
        Fact<Double> hpaTolerance,
        Fact<Seconds> drain,
        Fact<Seconds> stop,
        Fact<Double> slotsTarget,
        Keda keda,
        Fact<Integer> hoursPerMonth,
        StartFacts start,
        AlertLimits alerts,
        Fact<Integer> systemPoolMinimum,
        RouterFacts router) {

    /** The version of Kubernetes that is rendered for, such as {@code 1.35}. */
    public String kubernetesMinor() {
        return kubernetesVersion.value().minor();
    }

    /** A container image with its pinned tag. */
    public record Image(String repository, String tag, Citation citation) {}

    /** What DaemonSets may take of a node. */
    public record Reserve(MilliCpu cpu, Gib memory, Citation citation) {}

    /**
     * How fast an autoscaler may go in one direction.
     *
     * @param percent of the replicas, where that is more than the pods
     */
    public record ScalingRate(
            Seconds stabilization, int pods, Optional<Integer> percent, Seconds period, Citation citation) {

        /** {@code 2 pods or 50 % per 60 s, at once}. */
        @Override
        public String toString() {
            return pods + (pods == 1 ? " pod" : " pods")
                    + percent.map(share -> " or " + share + " %").orElse("") + " per " + period
                    + (stabilization.amount() > 0 ? " after " + stabilization : ", at once");
        }
    }

    /**
     * How KEDA asks for signals.
     *
     * @param failures in a row, after which it falls back on a number of replicas
     */
    public record Keda(Seconds polling, int failures, Citation citation) {}

    /**
     * Above what an alert comes.
     *
     * @param gpuCelsius temperature of a GPU
     * @param sharePercent how much of a share is in use
     */
    public record AlertLimits(int gpuCelsius, int sharePercent, Citation citation) {}
}
