package dev.berth.catalog;

import dev.berth.model.Cidr;
import dev.berth.model.Gib;
import java.util.List;
import java.util.Set;

/**
 * What is deployed around the models.
 *
 * @param reservedAddresses ranges that AKS uses itself
 * @param cpuMaxPods pods per node without GPUs
 * @param gpuMaxPods pods per node with GPUs
 * @param ephemeralDisk sizes that run their operating system from their own disk
 * @param upgradeSurge nodes that an upgrade adds to a pool, but for pools of spot nodes
 */
public record AzureFacts(
        Addresses addresses,
        Fact<List<Cidr>> reservedAddresses,
        Fact<Integer> cpuMaxPods,
        Fact<Integer> gpuMaxPods,
        Fact<Set<String>> ephemeralDisk,
        ShareSpeed modelsShare,
        ShareSpeed webuiShare,
        Database database,
        Cache cache,
        List<AutoScalerSetting> autoScaler,
        QuotaNames quotas,
        Fact<Integer> upgradeSurge) {

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
