package dev.berth.render;

import dev.berth.catalog.AzureFacts;
import dev.berth.catalog.AzureFacts.ShareSpeed;
import dev.berth.model.Cidr;
import dev.berth.model.Gib;
import dev.berth.model.Setting;
import dev.berth.plan.AzurePlan;
import dev.berth.plan.CpuPoolPlan;
import dev.berth.plan.Plan;
import dev.berth.plan.PoolPlan;
import dev.berth.plan.decision.Decision;
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
            List<String> taints) {}

    /** @param gpu whether its nodes have GPUs */
    public record Pool(
            String name,
            String size,
            boolean gpu,
            Explained<Integer> minNodes,
            Explained<Integer> maxNodes,
            Explained<Integer> maxPods,
            Explained<String> osDisk,
            List<Label> labels,
            List<String> taints) {}

    public record Label(BicepKey key, String value) {}

    public record Share(
            String because, Explained<Integer> sizeGib, Explained<Integer> iops, Explained<Integer> throughputMibps) {}

    public record Database(
            String because,
            Explained<String> version,
            Explained<String> tier,
            Explained<String> size,
            Explained<Integer> storageGib,
            Explained<Integer> backupDays) {}

    public record Cache(String because, Explained<String> size, Explained<String> highAvailability) {}

    public record Repository(String url, String branch) {}

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
                share(plan.shareSize(), azure.modelsShare()),
                share(plan.webUi().shareSize(), azure.webuiShare()),
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
                SYSTEM_TAINTS);
    }

    private static List<Pool> pools(Plan plan) {
        List<Pool> pools = new ArrayList<>();
        CpuPoolPlan apps = plan.appsPool();
        pools.add(pool(
                apps.name(), apps.size().name(), false, apps.minNodes(), apps.maxNodes(), List.of(), plan.azure()));
        for (PoolPlan gpu : plan.pools()) {
            pools.add(pool(
                    gpu.name(), gpu.size().name(), true, gpu.minNodes(), gpu.maxNodes(), gpuLabels(gpu), plan.azure()));
        }
        return List.copyOf(pools);
    }

    private static List<Label> gpuLabels(PoolPlan pool) {
        return Stream.concat(
                        GPU_LABELS.stream(),
                        TimeSlices.of(pool).map(slices -> new Label(DEVICE_PLUGIN_CONFIG, slices.key())).stream())
                .toList();
    }

    private static Pool pool(
            String name,
            String size,
            boolean gpu,
            Decision<Integer> min,
            Decision<Integer> max,
            List<Label> labels,
            AzurePlan azure) {
        AzurePlan.Nodes nodes = azure.nodesOf(name);
        return new Pool(
                name,
                size,
                gpu,
                Explained.of(min),
                Explained.of(max),
                Explained.of(nodes.maxPods()),
                Explained.of(nodes.osDisk()),
                labels,
                gpu ? GPU_TAINTS : List.of());
    }

    private static Share share(Decision<Gib> size, Decision<ShareSpeed> speed) {
        return new Share(
                speed.because(),
                Explained.as(size, gib -> (int) Math.ceil(gib.amount())),
                Explained.as(speed, ShareSpeed::iops),
                Explained.as(speed, ShareSpeed::throughputMibps));
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
