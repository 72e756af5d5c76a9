package dev.berth.render.bicep;

import dev.berth.catalog.AzureFacts;
import dev.berth.catalog.AzureFacts.ShareSpeed;
import dev.berth.model.Cidr;
import dev.berth.model.Gib;
import dev.berth.model.Setting;
import dev.berth.model.Throughput;
import dev.berth.plan.Plan;
import dev.berth.plan.azure.AzurePlan;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.nodes.CpuPoolPlan;
import dev.berth.plan.nodes.PoolPlan;
import dev.berth.render.kubernetes.TimeSlices;
import dev.berth.render.output.BicepKey;
import dev.berth.render.output.Explained;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the parameter files of Bicep say, in the words of {@code types.bicep}. */
public record BicepParameters(
        String environment,
        List<Region> regions,
        Cluster cluster,
        SystemPool systemPool,
        List<Pool> pools,
        Share models,
        Share webui,
        List<String> queues,
        Database database,
        Cache cache,
        Optional<Repository> repository) {

    public record Region(
            String name,
            Explained<String> network,
            Explained<String> nodes,
            Explained<String> postgres,
            Explained<String> endpoints) {}

    public record Cluster(
            String kubernetesVersion,
            Explained<String> pods,
            Explained<String> services,
            Explained<String> dns,
            List<String> apiServerRanges,
            List<AutoScaler> autoScaler) {}

    public record AutoScaler(BicepKey key, Explained<String> value) {}

    public record SystemPool(
            String size,
            Explained<Integer> nodes,
            Explained<Integer> maxPods,
            Explained<String> osDisk,
            List<String> taints,
            Explained<String> because) {}

    /**
     * @param gpu whether its nodes have GPUs
     * @param priority {@code Regular}, or {@code Spot} for nodes that Azure may take back
     */
    public record Pool(
            String name,
            String size,
            boolean gpu,
            String priority,
            Explained<Integer> minNodes,
            Explained<Integer> maxNodes,
            Explained<Integer> maxPods,
            Explained<String> osDisk,
            List<Label> labels,
            List<String> taints,
            Explained<String> because) {}

    public record Label(BicepKey key, String value) {}

    public record Share(Explained<Integer> sizeGib, Explained<Integer> iops, Explained<Integer> throughputMibps) {}

    public record Database(
            String because,
            Explained<String> version,
            Explained<String> tier,
            Explained<String> size,
            Explained<Integer> storageGib,
            Explained<Integer> backupDays) {}

    public record Cache(String because, Explained<String> size, Explained<String> highAvailability) {}

    public record Repository(String url, String branch) {}

    private static final String REGULAR = "Regular";
    private static final String SPOT = "Spot";
    private static final List<String> SYSTEM_TAINTS = List.of("CriticalAddonsOnly=true:NoSchedule");
    private static final List<String> GPU_TAINTS = List.of("sku=gpu:NoSchedule");

    /** The second is what NVIDIA's charts look for. */
    private static final List<Label> GPU_LABELS =
            List.of(new Label(new BicepKey("gpu"), "true"), new Label(new BicepKey("nvidia.com/gpu.present"), "true"));

    /** Names the node's entry in the configuration of the device plugin. */
    private static final BicepKey DEVICE_PLUGIN_CONFIG = new BicepKey("nvidia.com/device-plugin.config");

    static BicepParameters of(Plan plan) {
        AzurePlan azure = plan.azure();
        return new BicepParameters(
                plan.environment().name(),
                azure.regions().stream().map(BicepParameters::region).toList(),
                new Cluster(
                        plan.platform().kubernetesMinor(),
                        range(azure.pods()),
                        range(azure.services()),
                        Explained.of(azure.dns()),
                        plan.environment().azure().apiServerRanges().stream()
                                .map(Setting::value)
                                .toList(),
                        azure.autoScaler().stream()
                                .map(setting ->
                                        new AutoScaler(new BicepKey(setting.key()), Explained.of(setting.value())))
                                .toList()),
                systemPool(plan.systemPool(), azure),
                pools(plan),
                new Share(
                        gib(plan.shareSize()),
                        Explained.of(azure.modelsIops()),
                        Explained.as(azure.modelsThroughput(), Throughput::whole)),
                webuiShare(plan.webUi().shareSize(), azure.webuiShare()),
                plan.environment().queues(),
                database(azure),
                new Cache(
                        azure.cache().because(),
                        Explained.as(azure.cache(), AzureFacts.Cache::size),
                        Explained.as(azure.cache(), AzureFacts.Cache::highAvailability)),
                plan.environment()
                        .gitOps()
                        .url()
                        .map(url -> new Repository(
                                url.value(),
                                plan.environment().gitOps().branch().value())));
    }

    private static Region region(AzurePlan.Region region) {
        return new Region(
                region.name(),
                range(region.network()),
                range(region.nodes()),
                range(region.postgres()),
                range(region.endpoints()));
    }

    private static Explained<String> range(Decision<Cidr> range) {
        return Explained.as(range, Object::toString);
    }

    private static SystemPool systemPool(CpuPoolPlan pool, AzurePlan azure) {
        AzurePlan.Nodes nodes = azure.nodesOf(pool.name());
        return new SystemPool(
                pool.size().name(),
                Explained.of(pool.minNodes()),
                Explained.of(nodes.maxPods()),
                Explained.of(nodes.osDisk()),
                SYSTEM_TAINTS,
                PoolReason.of(pool.minNodes()));
    }

    private static List<Pool> pools(Plan plan) {
        List<Pool> pools = new ArrayList<>();
        CpuPoolPlan apps = plan.appsPool();
        AzurePlan.Nodes appsNodes = plan.azure().nodesOf(apps.name());
        pools.add(new Pool(
                apps.name(),
                apps.size().name(),
                false,
                REGULAR,
                Explained.of(apps.minNodes()),
                Explained.of(apps.maxNodes()),
                Explained.of(appsNodes.maxPods()),
                Explained.of(appsNodes.osDisk()),
                List.of(),
                List.of(),
                PoolReason.of(apps.minNodes(), apps.maxNodes())));
        plan.pools().forEach(gpu -> pools.add(pool(gpu, plan.azure().nodesOf(gpu.name()))));
        return List.copyOf(pools);
    }

    private static List<Label> gpuLabels(PoolPlan pool) {
        return Stream.concat(
                        GPU_LABELS.stream(),
                        TimeSlices.of(pool).map(slices -> new Label(DEVICE_PLUGIN_CONFIG, slices.key())).stream())
                .toList();
    }

    private static Pool pool(PoolPlan pool, AzurePlan.Nodes nodes) {
        return new Pool(
                pool.name(),
                pool.size().name(),
                true,
                pool.isSpot() ? SPOT : REGULAR,
                Explained.of(pool.minNodes()),
                Explained.of(pool.maxNodes()),
                Explained.of(nodes.maxPods()),
                Explained.of(nodes.osDisk()),
                gpuLabels(pool),
                GPU_TAINTS,
                PoolReason.of(pool.minNodes(), pool.maxNodes()));
    }

    private static Share webuiShare(Decision<Gib> size, Decision<ShareSpeed> speed) {
        return new Share(
                gib(size), Explained.as(speed, ShareSpeed::iops), Explained.as(speed, ShareSpeed::throughputMibps));
    }

    private static Explained<Integer> gib(Decision<Gib> size) {
        return Explained.as(size, gib -> (int) Math.ceil(gib.amount()));
    }

    private static Database database(AzurePlan azure) {
        Decision<AzureFacts.Database> database = azure.database();
        return new Database(
                database.because(),
                Explained.as(database, AzureFacts.Database::version),
                Explained.as(database, AzureFacts.Database::tier),
                Explained.of(azure.databaseSize()),
                Explained.as(database, value -> (int) value.storage().amount()),
                Explained.as(database, AzureFacts.Database::backupDays));
    }
}
