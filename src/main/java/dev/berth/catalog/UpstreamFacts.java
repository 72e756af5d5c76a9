package dev.berth.catalog;

import dev.berth.model.Gib;
import dev.berth.model.Seconds;
import java.util.SortedMap;

/**
 * The charts of others, and how they are installed.
 *
 * @param charts by name
 * @param cpuReleaseTimeout how long a release may take that needs no GPU node
 * @param stageMargin how much longer Flux waits for all releases of a stage
 */
public record UpstreamFacts(
        SortedMap<String, UpstreamChart> charts,
        Fact<Seconds> cpuReleaseTimeout,
        Fact<Seconds> stageMargin,
        Metrics metrics) {

    /**
     * How long metrics are kept, and on what.
     *
     * @param usable share of Prometheus's volume that its data may take
     */
    public record Metrics(
            int retentionDays, Gib prometheusVolume, double usable, Gib alertmanagerVolume, Citation citation) {}
}
