package dev.berth.catalog;

import dev.berth.model.Cidr;
import dev.berth.model.Gib;
import dev.berth.model.Seconds;
import dev.berth.model.Throughput;
import java.util.List;
import java.util.Set;

/**
 * What is deployed around the models.
 *
 * @param reservedAddresses ranges that AKS uses itself
 * @param cpuMaxPods pods per node without GPUs
 * @param gpuMaxPods pods per node with GPUs
 * @param frontDoor how long Front Door waits for an answer to begin, at the most
 * @param ephemeralDisk sizes that run their operating system from their own disk
 * @param mostNodes of one pool
 * @param upgradeSurge nodes that an upgrade adds to a pool, but for pools of spot nodes
 */
public record AzureFacts(
        Addresses addresses,
        Fact<List<Cidr>> reservedAddresses,
        Fact<Integer> cpuMaxPods,
        Fact<Integer> gpuMaxPods,
        Fact<Set<String>> ephemeralDisk,
        ModelsShare modelsShare,
        ShareSpeed webuiShare,
        LoadBalancer loadBalancer,
        Fact<Seconds> frontDoor,
        Database database,
        Cache cache,
        List<AutoScalerSetting> autoScaler,
        QuotaNames quotas,
        Fact<Integer> upgradeSurge,
        Fact<Integer> mostNodes) {

    /** How long a node stays that nothing runs on. */
    public Fact<Seconds> nodeIdle() {
        AutoScalerSetting setting = autoScaler("scale-down-unneeded-time");
        return new Fact<>(Seconds.ofMinutes(Integer.parseInt(setting.value().replace("m", ""))), setting.citation());
    }

    /** How long the cluster autoscaler waits for a pod to go, whatever the pod asks for. */
    public Fact<Seconds> mostGrace() {
        AutoScalerSetting setting = autoScaler("max-graceful-termination-sec");
        return new Fact<>(new Seconds(Integer.parseInt(setting.value())), setting.citation());
    }

    private AutoScalerSetting autoScaler(String key) {
        return autoScaler.stream()
                .filter(known -> known.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /**
     * How addresses are given out.
     *
     * @param firstNetwork of the first region; each further region takes the range behind it
     */
    public record Addresses(
            Cidr firstNetwork,
            int nodesPrefix,
            int postgresPrefix,
            int endpointsPrefix,
            Cidr pods,
            Cidr services,
            Citation citation) {}

    /**
     * What a share on SSD can be given.
     *
     * @param iops operations per second that come with it
     * @param least throughput that comes with it
     * @param file throughput of one file, however many read it
     */
    public record ModelsShare(int iops, Throughput least, Throughput most, Throughput file, Citation citation) {}

    /**
     * How long a connection through a load balancer may say nothing.
     *
     * @param idle unless Azure is told otherwise
     */
    public record LoadBalancer(Seconds idle, Seconds mostIdle, Citation citation) {}

    /** @param iops operations per second */
    public record ShareSpeed(int iops, int throughputMibps, Citation citation) {}

    /** The PostgreSQL server, but for its size. */
    public record Database(String version, String tier, Gib storage, int backupDays, Citation citation) {}

    /**
     * Quotas of a region that count the sizes of all families.
     *
     * @param spotTotal of spot nodes, which count against no other
     */
    public record QuotaNames(String total, String spotTotal) {}

    /** The Redis cache. */
    public record Cache(String size, String highAvailability, Citation citation) {}

    /** @param because the reason, as part of a sentence */
    public record AutoScalerSetting(String key, String value, String because, Citation citation) {}
}
