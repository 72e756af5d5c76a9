package dev.berth.catalog;

import dev.berth.model.Range;
import dev.berth.model.Seconds;
import dev.berth.model.Throughput;

/**
 * How long it takes until a replica that nobody has started yet answers, part by part.
 *
 * @param load of a model, which lies between the image and the warm-up
 * @param registry how fast models are pulled onto their share, before anybody can load them
 * @param margin how many times the longest cold start a start may take before it counts as failed
 */
public record StartFacts(
        Signal signal,
        Autoscaler autoscaler,
        Fact<Range<Seconds>> node,
        Fact<Range<Seconds>> devicePlugin,
        Fact<Range<Seconds>> image,
        Load load,
        Fact<Range<Throughput>> registry,
        Fact<Range<Seconds>> warmUp,
        Fact<Double> margin,
        DocumentTimes document) {

    /**
     * From a request to the number of replicas that it asks for.
     *
     * @param scrape of the metric by Prometheus
     * @param rule evaluation of the recording rule that makes a signal of it
     * @param sync of the HorizontalPodAutoscaler
     */
    public record Signal(Fact<Range<Seconds>> scrape, Fact<Range<Seconds>> rule, Fact<Range<Seconds>> sync) {}

    /**
     * From a pod without a node to the node that is asked for.
     *
     * @param gpuPod how old a pod with a GPU is before it is looked at
     */
    public record Autoscaler(Fact<Range<Seconds>> scan, Fact<Range<Seconds>> gpuPod) {}

    /**
     * @param fixed what every load takes
     * @param reader how fast one replica gets a file off a share
     * @param pageCache how fast a file comes out of the page cache of a node
     */
    public record Load(Seconds fixed, Range<Throughput> reader, Range<Throughput> pageCache, Citation citation) {}

    /**
     * What the architecture document says; shown beside our figures, never used.
     *
     * @param firstLow of the first request of a model
     * @param laterBelow of all further ones
     * @param nodeLow of a new node
     */
    public record DocumentTimes(
            Seconds firstLow,
            Seconds firstHigh,
            Seconds laterBelow,
            Seconds nodeLow,
            Seconds nodeHigh,
            Citation citation) {}
}
