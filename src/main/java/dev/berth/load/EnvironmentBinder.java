package dev.berth.load;

import dev.berth.model.Azure;
import dev.berth.model.CpuPools;
import dev.berth.model.CpuPools.AppsPool;
import dev.berth.model.CpuPools.SystemPool;
import dev.berth.model.Engine;
import dev.berth.model.Environment;
import dev.berth.model.Exposure;
import dev.berth.model.Gib;
import dev.berth.model.GitOps;
import dev.berth.model.GpuPool;
import dev.berth.model.Group;
import dev.berth.model.KvCacheType;
import dev.berth.model.Objectives;
import dev.berth.model.Percent;
import dev.berth.model.Queue;
import dev.berth.model.Quota;
import dev.berth.model.Routing;
import dev.berth.model.Seconds;
import dev.berth.model.Setting;
import dev.berth.model.Share;
import dev.berth.model.Sharing;
import dev.berth.model.Signal;
import dev.berth.model.Usd;
import dev.berth.model.Waiver;
import dev.berth.model.WebUi;
import dev.berth.schema.SchemaDefaults;
import dev.berth.source.SourceFile;
import dev.berth.source.Span;
import dev.berth.yaml.YamlNode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Turns a checked tree, defaults filled in, into an {@link Environment}. */
final class EnvironmentBinder {

    private EnvironmentBinder() {}

    static Environment bind(String name, SourceFile file, YamlNode tree, String digest) {
        Fields root = Fields.root(tree);
        Fields azure = root.child("azure");
        Fields inference = root.child("inference");
        Setting<Routing> routing = inference.choice("routing", Routing::of);
        return new Environment(
                name,
                file,
                new Azure(
                        azure.optionalText("subscription"),
                        azure.words("regions", word -> word),
                        azure.words("apiServerRanges", word -> word),
                        quota(azure.child("quota"))),
                root.list("models", ModelBinder::bind),
                cpuPools(root.child("pools")),
                root.list("gpuPools", EnvironmentBinder::pool),
                inference.entries("groups", (group, fields) -> group(group, placeOf(group, root), routing, fields)),
                routing,
                share(inference.child("share")),
                new Objectives(root.child("objectives")
                        .decimalSetting("waitP95Seconds")
                        .orElseThrow()
                        .map(Seconds::new)),
                root.child("budget").decimalSetting("monthlyUsd").map(usd -> usd.map(Usd::new)),
                webUi(root.child("webui")),
                new GitOps(
                        root.child("gitops").optionalText("url"),
                        root.child("gitops").text("branch")),
                root.list("waivers", row -> new Waiver(row.text("code"), row.text("reason"))),
                digest);
    }

    private static Share share(Fields fields) {
        return new Share(
                fields.optionalWhole("sizeGib").map(size -> size.map(Gib::new)),
                fields.optionalWhole("throughputMibps"));
    }

    private static List<Quota> quota(Fields regions) {
        return regions.keys().stream()
                .flatMap(region -> quota(region, regions.child(region)))
                .toList();
    }

    private static Stream<Quota> quota(String region, Fields families) {
        return families.keys().stream().map(family -> new Quota(region, family, families.whole(family)));
    }

    private static CpuPools cpuPools(Fields pools) {
        Fields system = pools.child("system");
        Fields apps = pools.child("apps");
        return new CpuPools(
                new SystemPool(system.text("size"), system.whole("nodes")),
                new AppsPool(apps.text("size"), apps.bounds("nodes")));
    }

    private static WebUi webUi(Fields fields) {
        Fields targets = fields.child("targets");
        return new WebUi(
                fields.optionalText("host"),
                fields.choice("exposure", Exposure::of),
                fields.bounds("replicas"),
                targets.whole("cpu").map(Percent::new),
                targets.whole("memory").map(Percent::new),
                share(fields.child("share")).size());
    }

    private static GpuPool pool(Fields row) {
        return new GpuPool(
                row.text("name"),
                row.text("size"),
                row.bounds("nodes"),
                sharing(row),
                row.optionalChild("spot")
                        .flatMap(spot -> spot.decimalSetting("usdPerHour"))
                        .map(price -> price.map(Usd::new)));
    }

    private static Setting<Sharing> sharing(Fields row) {
        return row.isMapping("sharing")
                ? row.child("sharing").whole("timeSlices").map(Sharing::new)
                : row.choice("sharing", word -> Sharing.EXCLUSIVE);
    }

    /** The key of a group; the default group that nobody wrote has its place at the models that it serves. */
    private static Span placeOf(String group, Fields root) {
        Span key = root.child("inference").child("groups").mapping().keySpan(group);
        return SchemaDefaults.isDefault(key) ? root.mapping().keySpan("models") : key;
    }

    private static Group group(String name, Span at, Setting<Routing> routing, Fields fields) {
        Map<Signal, Setting<Percent>> targets = new EnumMap<>(Signal.class);
        Fields percent = fields.child("targets");
        for (Signal signal : Signal.values()) {
            percent.optionalWhole(signal.key()).ifPresent(target -> targets.put(signal, target.map(Percent::new)));
        }
        return new Group(
                name,
                at,
                fields.optionalText("pool"),
                fields.optionalWhole("slots"),
                fields.choice("kvCache", KvCacheType::of),
                fields.bounds("replicas"),
                fields.choice("engine", Engine::of),
                fields.flagSetting("paused").filter(Setting::value),
                signals(routing, fields),
                targets,
                fields.optionalChild("queue").map(EnvironmentBinder::queue));
    }

    private static Queue queue(Fields fields) {
        return new Queue(fields.text("name"), fields.optionalWhole("messagesPerReplica"));
    }

    /** Without the router nobody counts requests: the default has no slots then. */
    private static List<Setting<Signal>> signals(Setting<Routing> routing, Fields fields) {
        return fields.words("signals", EnvironmentBinder::signal).stream()
                .filter(read -> routing.value() == Routing.ROUTER || read.value() != Signal.SLOTS)
                .toList();
    }

    private static Signal signal(String word) {
        return Arrays.stream(Signal.values())
                .filter(signal -> signal.key().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
