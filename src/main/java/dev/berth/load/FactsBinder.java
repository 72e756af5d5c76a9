package dev.berth.load;

import dev.berth.catalog.BackgroundCalls;
import dev.berth.catalog.Fact;
import dev.berth.catalog.OllamaFacts;
import dev.berth.catalog.OllamaFacts.BatchExtra;
import dev.berth.catalog.OllamaFacts.Graph;
import dev.berth.catalog.OllamaFacts.Idle;
import dev.berth.catalog.OllamaFacts.KvCache;
import dev.berth.catalog.OllamaFacts.Prediction;
import dev.berth.catalog.OpenWebUiFacts;
import dev.berth.catalog.OpenWebUiFacts.Database;
import dev.berth.catalog.OpenWebUiFacts.Pools;
import dev.berth.catalog.PlatformFacts;
import dev.berth.catalog.PlatformFacts.AlertLimits;
import dev.berth.catalog.PlatformFacts.Image;
import dev.berth.catalog.PlatformFacts.Keda;
import dev.berth.catalog.PlatformFacts.Reserve;
import dev.berth.catalog.PlatformFacts.ScalingRate;
import dev.berth.catalog.Profiles;
import dev.berth.catalog.Profiles.Week;
import dev.berth.catalog.ReservedNames;
import dev.berth.model.Basis;
import dev.berth.model.Gib;
import dev.berth.model.KubernetesVersion;
import dev.berth.model.KvCacheType;
import dev.berth.model.MilliCpu;
import dev.berth.model.Quantity;
import dev.berth.model.Range;
import dev.berth.model.Seconds;
import dev.berth.model.Setting;
import dev.berth.yaml.YamlNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleFunction;

/** Reads the facts that are only built in. */
final class FactsBinder {

    private final BuiltInFile file;

    FactsBinder(YamlNode tree) {
        this.file = new BuiltInFile(tree);
    }

    OllamaFacts ollama() {
        Fields graph = file.part("graph");
        Fields prediction = file.part("prediction");
        return new OllamaFacts(
                new Graph(new Gib(graph.decimal("gib")), new Gib(graph.decimal("spreadGib")), file.cite("graph")),
                file.fact("cudaContext", part -> new Gib(part.decimal("gib"))),
                new BatchExtra(file.part("batchExtra").list("steps", FactsBinder::step), file.cite("batchExtra")),
                new KvCache(blocks(file.part("kvCache")), file.cite("kvCache")),
                new Prediction(
                        prediction.whole("bytesPerElement").value(),
                        prediction.decimal("headroom"),
                        file.cite("prediction")),
                file.fact("slots", part -> part.whole("most").value()),
                file.fact("defaultContext", part -> part.whole("tokens").value()),
                file.fact("keepAlive", part -> new Seconds(part.decimal("seconds"))),
                file.fact("loadTimeout", part -> new Seconds(part.decimal("seconds"))),
                idle(file.part("idle")),
                file.fact("singleSlotFamilies", part -> Set.copyOf(BuiltInFile.words(part, "families"))));
    }

    private Idle idle(Fields part) {
        return new Idle(
                range(part, "serverGib", Gib::new),
                range(part, "modelGib", Gib::new),
                new MilliCpu(part.decimal("modelCpuMillis")),
                file.cite("idle"));
    }

    private static Map<KvCacheType, KvCache.Block> blocks(Fields kvCache) {
        Map<KvCacheType, KvCache.Block> blocks = new EnumMap<>(KvCacheType.class);
        kvCache.list("types", row -> row)
                .forEach(row -> blocks.put(
                        row.choice("type", KvCacheType::of).value(),
                        new KvCache.Block(
                                row.whole("blockBytes").value(),
                                row.whole("blockElements").value())));
        return blocks;
    }

    private static BatchExtra.Step step(Fields row) {
        int upTo = row.optionalWhole("contextUpTo").map(Setting::value).orElse(Integer.MAX_VALUE);
        return new BatchExtra.Step(upTo, Gib.ofMib(row.decimal("mib")));
    }

    PlatformFacts platform() {
        Fields reserve = file.part("daemonSetReserve");
        return new PlatformFacts(
                file.fact(
                        "kubernetes",
                        part -> new KubernetesVersion(part.text("version").value())),
                image("images.ollama", file.part("images").child("ollama")),
                image("images.kubectl", file.part("images").child("kubectl")),
                new Reserve(
                        new MilliCpu(reserve.decimal("cpuMillis")),
                        new Gib(reserve.decimal("memoryGib")),
                        file.cite("daemonSetReserve")),
                file.fact("shareMinimum", part -> new Gib(part.decimal("gib"))),
                file.fact("shareHeadroom", part -> part.decimal("factor")),
                rate("scaleUp"),
                rate("scaleDown"),
                file.fact(
                        "clock", part -> Seconds.ofMinutes(part.whole("minutes").value())),
                file.fact("hpaTolerance", part -> part.decimal("ratio")),
                file.fact("drain", part -> new Seconds(part.decimal("seconds"))),
                file.fact("stop", part -> new Seconds(part.decimal("seconds"))),
                file.fact("slotsTarget", part -> part.decimal("share")),
                keda(file.part("keda")),
                file.fact("hoursPerMonth", part -> part.whole("hours").value()),
                new StartFactsBinder(file).facts(),
                alerts(file.part("alerts")),
                file.fact("systemPoolMinimum", part -> part.whole("vcpu").value()),
                new RouterFactsBinder(file)
                        .facts(image("images.haproxy", file.part("images").child("haproxy"))));
    }

    private Keda keda(Fields part) {
        return new Keda(
                new Seconds(part.decimal("pollingSeconds")),
                part.whole("failures").value(),
                file.cite("keda"));
    }

    private AlertLimits alerts(Fields part) {
        return new AlertLimits(
                part.whole("gpuCelsius").value(), part.whole("sharePercent").value(), file.cite("alerts"));
    }

    OpenWebUiFacts openWebUi() {
        return new OpenWebUiFacts(
                image("image", file.part("image")),
                file.fact("idleMemory", part -> range(part, "gib", Gib::new)),
                file.fact("cpuRequest", part -> new MilliCpu(part.decimal("cpuMillis"))),
                file.fact("replicas", part -> part.whole("min").value()),
                file.fact("replicas", part -> part.whole("max").value()),
                database(file.part("database")),
                pools(file.part("pools")),
                file.fact("threads", part -> part.whole("count").value()),
                rate("scaleUp"),
                rate("scaleDown"),
                backgroundCalls(file.part("backgroundCalls")));
    }

    private BackgroundCalls backgroundCalls(Fields part) {
        int requestsPerChat = part.whole("requestsPerChat").value();
        return new BackgroundCalls(
                part.list("tasks", row -> task(row, requestsPerChat)),
                call(part.child("embeddings"), requestsPerChat),
                file.cite("backgroundCalls"));
    }

    private static BackgroundCalls.Task task(Fields row, int requestsPerChat) {
        return new BackgroundCalls.Task(
                row.text("variable").value(),
                row.choice("when", BackgroundCalls.On::of).value(),
                row.text("because").value(),
                call(row, requestsPerChat));
    }

    private static BackgroundCalls.Call call(Fields row, int requestsPerChat) {
        double perRequest = row.decimalSetting("perChat")
                .map(perChat -> perChat.value() / requestsPerChat)
                .orElseGet(() -> row.decimal("perRequest"));
        return new BackgroundCalls.Call(
                row.text("name").value(),
                perRequest,
                row.whole("promptTokens").value(),
                row.whole("answerTokens").value());
    }

    Profiles profiles() {
        Fact<Integer> workingDays =
                file.fact("workingDays", part -> part.whole("perWeek").value());
        return new Profiles(
                workingDays,
                week("office", workingDays.value()),
                week("flat", workingDays.value()),
                file.fact("usualPrompt", part -> part.whole("tokens").value()));
    }

    private Fact<Week> week(String key, int workingDays) {
        return file.fact(
                key,
                part -> Week.of(
                        workingDays,
                        part.decimals("working").value(),
                        part.decimals("other").value()));
    }

    private Database database(Fields part) {
        return new Database(
                part.text("size").value(),
                part.whole("connections").value(),
                part.whole("spare").value(),
                file.cite("database"));
    }

    private Pools pools(Fields part) {
        return new Pools(
                part.whole("size").value(),
                part.whole("overflow").value(),
                part.whole("vectorSize").value(),
                part.whole("vectorOverflow").value(),
                file.cite("pools"));
    }

    private Image image(String name, Fields image) {
        return new Image(image.text("repository").value(), image.text("tag").value(), file.cite(name, image));
    }

    /** Low, mid and high of a figure that is weak. */
    static <Q extends Quantity<Q>> Range<Q> range(Fields part, String key, DoubleFunction<Q> unit) {
        List<Q> ends =
                part.numbers(key).stream().map(end -> unit.apply(end.value())).toList();
        return new Range<>(ends.get(0), ends.get(1), ends.get(2), Basis.DERIVED);
    }

    private ScalingRate rate(String key) {
        Fields rate = file.part(key);
        return new ScalingRate(
                new Seconds(rate.decimal("stabilizationSeconds")),
                rate.whole("pods").value(),
                rate.optionalWhole("percent").map(Setting::value),
                new Seconds(rate.decimal("periodSeconds")),
                file.cite(key));
    }

    ReservedNames reservedNames() {
        Fields reserved = file.part("reserved");
        return new ReservedNames(
                BuiltInFile.words(reserved, "anywhere"),
                BuiltInFile.words(reserved, "atStart"),
                BuiltInFile.words(reserved, "asWord"));
    }
}
