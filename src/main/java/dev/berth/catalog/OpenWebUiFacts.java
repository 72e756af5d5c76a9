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
 * @param threads requests that a replica works on at a time
 */
public record OpenWebUiFacts(
        Image image,
        Fact<Range<Gib>> idleMemory,
        Fact<MilliCpu> cpuRequest,
        Fact<Integer> minReplicas,
        Fact<Integer> maxReplicas,
        Database database,
        Pools pools,
        Fact<Integer> threads,
        ScalingRate scaleUp,
        ScalingRate scaleDown,
        BackgroundCalls backgroundCalls) {

    /**
     * The PostgreSQL server that all replicas share.
     *
     * @param size of the server in Azure
     * @param connections that it leaves to users
     * @param spare how many of these replicas leave free
     */
    public record Database(String size, int connections, int spare, Citation citation) {}

    /**
     * The usual pools of connections of a replica: two of the size, and one for vectors.
     *
     * @param overflow connections beyond the size
     */
    public record Pools(int size, int overflow, int vectorSize, int vectorOverflow, Citation citation) {}
}
