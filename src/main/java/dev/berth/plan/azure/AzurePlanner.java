package dev.berth.plan.azure;

import dev.berth.catalog.AzureFacts;
import dev.berth.catalog.AzureFacts.Addresses;
import dev.berth.catalog.AzureFacts.AutoScalerSetting;
import dev.berth.catalog.AzureFacts.ShareSpeed;
import dev.berth.catalog.Catalog;
import dev.berth.catalog.Fact;
import dev.berth.catalog.OpenWebUiFacts;
import dev.berth.model.Cidr;
import dev.berth.model.Setting;
import dev.berth.model.Throughput;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.nodes.CpuPoolPlan;
import dev.berth.plan.nodes.PoolPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Derives what is deployed around the models. */
public final class AzurePlanner {

    /** Of the Service addresses, as everywhere in Kubernetes. */
    private static final int DNS_OFFSET = 10;

    private final AzureFacts facts;
    private final OpenWebUiFacts webUi;

    public AzurePlanner(Catalog catalog) {
        this.facts = catalog.azure();
        this.webUi = catalog.openWebUi();
    }

    public AzurePlan plan(
            List<Setting<String>> regions,
            CpuPoolPlan systemPool,
            CpuPoolPlan appsPool,
            List<PoolPlan> gpuPools,
            Decision<Throughput> modelsThroughput) {
        Decision<Cidr> services = range(
                        "cluster.addresses.services", facts.addresses().services())
                .by("known inside the cluster only, and apart from all other ranges");
        String dns = services.value().address(DNS_OFFSET);
        return new AzurePlan(
                regions(regions),
                range("cluster.addresses.pods", facts.addresses().pods())
                        .by("an overlay, apart from all other ranges; a node takes a /24 of it"),
                services,
                Decision.derived("cluster.addresses.dns", dns, dns)
                        .from(services)
                        .by("the tenth of the Service addresses"),
                facts.autoScaler().stream().map(AzurePlanner::autoScaler).toList(),
                nodes(systemPool, appsPool, gpuPools),
                modelsIops(),
                modelsThroughput,
                speed("webui.share.speed", facts.webuiShare(), "what comes with every share"),
                databaseSize(),
                database(),
                Decision.derived("cache", facts.cache(), facts.cache().size())
                        .from(facts.cache().citation(), "cache", facts.cache().size())
                        .by(
                                "it holds sessions only, so the smallest; with a second node, because nobody can chat without it"));
    }

    private List<AzurePlan.Region> regions(List<Setting<String>> regions) {
        List<AzurePlan.Region> plans = new ArrayList<>();
        Cidr network = facts.addresses().firstNetwork();
        for (Setting<String> region : regions) {
            plans.add(region(region, plans.size() + 1, network));
            network = network.next(network.prefix());
        }
        return List.copyOf(plans);
    }

    private AzurePlan.Region region(Setting<String> region, int number, Cidr network) {
        Addresses facts = this.facts.addresses();
        String id = "region." + region.value() + ".addresses.";
        Cidr nodes = network.firstOf(facts.nodesPrefix());
        Cidr postgres = nodes.next(facts.postgresPrefix());
        Cidr endpoints = postgres.next(facts.endpointsPrefix());
        Decision<Cidr> whole = range(id + "network", network)
                .from(region)
                .by("range " + number + " of those that Berth gives to regions, so that networks can be joined");
        return new AzurePlan.Region(
                region.value(),
                whole,
                range(id + "nodes", nodes).from(whole).by("the first /" + nodes.prefix() + " of the network"),
                range(id + "postgres", postgres).from(whole).by("behind the nodes, the least that PostgreSQL takes"),
                range(id + "endpoints", endpoints).from(whole).by("behind PostgreSQL"));
    }

    private Decision.Draft<Cidr> range(String id, Cidr range) {
        return Decision.derived(id, range, range.toString())
                .from(
                        facts.addresses().citation(),
                        "address plan",
                        facts.addresses().firstNetwork());
    }

    private static AzurePlan.AutoScaler autoScaler(AutoScalerSetting setting) {
        return new AzurePlan.AutoScaler(
                setting.key(),
                Decision.derived("cluster.autoScaler." + setting.key(), setting.value(), setting.value())
                        .from(setting.citation(), setting.key(), setting.value())
                        .by(setting.because()));
    }

    private SortedMap<String, AzurePlan.Nodes> nodes(
            CpuPoolPlan systemPool, CpuPoolPlan appsPool, List<PoolPlan> gpuPools) {
        SortedMap<String, AzurePlan.Nodes> nodes = new TreeMap<>();
        for (CpuPoolPlan pool : List.of(systemPool, appsPool)) {
            nodes.put(pool.name(), nodes(pool.name(), pool.size().name(), facts.cpuMaxPods()));
        }
        gpuPools.forEach(
                pool -> nodes.put(pool.name(), nodes(pool.name(), pool.size().name(), facts.gpuMaxPods())));
        return nodes;
    }

    private AzurePlan.Nodes nodes(String pool, String size, Fact<Integer> maxPods) {
        boolean own = facts.ephemeralDisk().value().contains(size);
        String disk = own ? "Ephemeral" : "Managed";
        return new AzurePlan.Nodes(
                Decision.derived("pool." + pool + ".maxPods", maxPods.value(), maxPods.value() + " pods")
                        .from(maxPods, "pods per node")
                        .by("enough, and each possible pod costs memory"),
                Decision.derived("pool." + pool + ".osDisk", disk, disk)
                        .from(facts.ephemeralDisk().citation(), "own disk", disk)
                        .by(size + (own ? " has room for it on its own disk" : " is not known to have room for it")));
    }

    private Decision<String> databaseSize() {
        OpenWebUiFacts.Database server = webUi.database();
        return Decision.derived("database.size", server.size(), server.size())
                .from(server.citation(), "connections", server.connections())
                .by("its " + server.connections() + " connections are those that the replicas' pools count with");
    }

    private Decision<AzureFacts.Database> database() {
        AzureFacts.Database server = facts.database();
        return Decision.derived("database", server, "PostgreSQL " + server.version() + ", " + server.storage())
                .from(server.citation(), "database", server.storage())
                .by("assumed to hold accounts, chats and vectors");
    }

    private Decision<Integer> modelsIops() {
        int iops = facts.modelsShare().iops();
        return Decision.derived("share.iops", iops, iops + " operations/s")
                .from(facts.modelsShare().citation(), "operations per second", iops)
                .by("what comes with every share");
    }

    private static Decision<ShareSpeed> speed(String id, ShareSpeed speed, String formula) {
        String shown = speed.throughputMibps() + " MiB/s";
        return Decision.derived(id, speed, shown)
                .from(speed.citation(), "speed", shown)
                .by(formula);
    }
}
