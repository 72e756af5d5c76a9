package dev.berth.plan.azure;

import dev.berth.catalog.AzureFacts.Cache;
import dev.berth.catalog.AzureFacts.Database;
import dev.berth.catalog.AzureFacts.ShareSpeed;
import dev.berth.model.Cidr;
import dev.berth.model.Throughput;
import dev.berth.plan.decision.Decision;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * What is deployed around the models.
 *
 * @param pods addresses of pods
 * @param services addresses of Kubernetes Services
 * @param dns address of the cluster DNS
 * @param nodes of each pool, by its name
 * @param modelsIops operations per second of the share that holds the model files
 * @param modelsThroughput of the same share; a decision of the start
 */
public record AzurePlan(
        List<Region> regions,
        Decision<Cidr> pods,
        Decision<Cidr> services,
        Decision<String> dns,
        List<AutoScaler> autoScaler,
        SortedMap<String, Nodes> nodes,
        Decision<Integer> modelsIops,
        Decision<Throughput> modelsThroughput,
        Decision<ShareSpeed> webuiShare,
        Decision<String> databaseSize,
        Decision<Database> database,
        Decision<Cache> cache) {

    /** The network of a region and its subnets. */
    public record Region(
            String name,
            Decision<Cidr> network,
            Decision<Cidr> nodes,
            Decision<Cidr> postgres,
            Decision<Cidr> endpoints) {}

    /** A setting of the cluster autoscaler. */
    public record AutoScaler(String key, Decision<String> value) {}

    /**
     * How the nodes of a pool are made.
     *
     * @param osDisk {@code Ephemeral} or {@code Managed}
     */
    public record Nodes(Decision<Integer> maxPods, Decision<String> osDisk) {}

    /** How the nodes of a pool of the plan are made. */
    public Nodes nodesOf(String pool) {
        return Objects.requireNonNull(nodes.get(pool), pool);
    }

    public List<Decision<?>> decisions() {
        return Stream.of(
                        regions.stream()
                                .flatMap(region ->
                                        Stream.of(region.network, region.nodes, region.postgres, region.endpoints)),
                        autoScaler.stream().map(AutoScaler::value),
                        nodes.values().stream().flatMap(pool -> Stream.of(pool.maxPods, pool.osDisk)),
                        Stream.of(pods, services, dns, modelsIops, webuiShare, databaseSize, database, cache))
                .<Decision<?>>flatMap(decisions -> decisions)
                .toList();
    }
}
