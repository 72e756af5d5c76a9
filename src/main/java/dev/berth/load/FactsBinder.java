package dev.berth.load;

import dev.berth.catalog.Citation;
import dev.berth.catalog.Fact;
import dev.berth.catalog.OllamaFacts;
import dev.berth.catalog.OllamaFacts.BatchExtra;
import dev.berth.catalog.OllamaFacts.Graph;
import dev.berth.catalog.OllamaFacts.KvCache;
import dev.berth.catalog.OpenWebUiFacts;
import dev.berth.catalog.OpenWebUiFacts.Database;
import dev.berth.catalog.OpenWebUiFacts.Pools;
import dev.berth.catalog.PlatformFacts;
import dev.berth.catalog.PlatformFacts.AlertLimits;
import dev.berth.catalog.PlatformFacts.ColdStart;
import dev.berth.catalog.PlatformFacts.Image;
import dev.berth.catalog.PlatformFacts.Reserve;
import dev.berth.catalog.PlatformFacts.ScalingRate;
import dev.berth.catalog.ReservedNames;
import dev.berth.model.Basis;
import dev.berth.model.Gib;
import dev.berth.model.KubernetesVersion;
import dev.berth.model.MilliCpu;
import dev.berth.model.Quantity;
import dev.berth.model.Range;
import dev.berth.model.Seconds;
import dev.berth.model.Setting;
import dev.berth.source.Problems;
import dev.berth.yaml.YamlNode;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/** Reads the facts that are only built in. */
final class FactsBinder {

    private final Fields file;

    FactsBinder(YamlNode tree) {
        this.file = Fields.root(tree);
    }

    OllamaFacts ollama() {
        Fields graph = file.child("graph");
        Fields kvCache = file.child("kvCache");
        return new OllamaFacts(
                new Graph(new Gib(graph.decimal("gib")), new Gib(graph.decimal("spreadGib")), cite("graph")),
                fact("cudaContext", part -> new Gib(part.decimal("gib"))),
                new BatchExtra(file.child("batchExtra").list("steps", FactsBinder::step), cite("batchExtra")),
                new KvCache(
                        kvCache.text("type").value(),
                        kvCache.whole("bytesPerElement").value(),
                        cite("kvCache")),
                fact("defaultContext", part -> part.whole("tokens").value()),
                fact("keepAlive", part -> part.text("duration").value()),
                fact("singleSlotFamilies", part -> Set.copyOf(words(part, "families"))));
    }

    private static BatchExtra.Step step(Fields row) {
        int upTo = row.optionalWhole("contextUpTo").map(Setting::value).orElse(Integer.MAX_VALUE);
        return new BatchExtra.Step(upTo, Gib.ofMib(row.decimal("mib")));
    }

    PlatformFacts platform() {
        Fields reserve = file.child("daemonSetReserve");
        return new PlatformFacts(
                fact(
                        "kubernetes",
                        part -> new KubernetesVersion(part.text("version").value())),
                image("images.ollama", file.child("images").child("ollama")),
                new Reserve(
                        new MilliCpu(reserve.decimal("cpuMillis")),
                        new Gib(reserve.decimal("memoryGib")),
                        cite("daemonSetReserve")),
                fact("shareMinimum", part -> new Gib(part.decimal("gib"))),
                fact("shareHeadroom", part -> part.decimal("factor")),
                rate("scaleUp"),
                rate("scaleDown"),
                fact("hpaTolerance", part -> part.decimal("ratio")),
                fact("drain", part -> new Seconds(part.decimal("seconds"))),
                fact("hoursPerMonth", part -> part.whole("hours").value()),
                new ColdStart(
                        range(file.child("coldStart"), "nodeSeconds", Seconds::new),
                        range(file.child("coldStart"), "imageSeconds", Seconds::new),
                        cite("coldStart")),
                fact("startMargin", part -> part.decimal("factor")),
                alerts(file.child("alerts")),
                fact("systemPoolMinimum", part -> part.whole("vcpu").value()));
    }

    private AlertLimits alerts(Fields part) {
        return new AlertLimits(
                part.whole("gpuCelsius").value(), part.whole("sharePercent").value(), cite("alerts"));
    }

    OpenWebUiFacts openWebUi() {
        return new OpenWebUiFacts(
                image("image", file.child("image")),
                fact("idleMemory", part -> range(part, "gib", Gib::new)),
                fact("cpuRequest", part -> new MilliCpu(part.decimal("cpuMillis"))),
                fact("replicas", part -> part.whole("min").value()),
                fact("replicas", part -> part.whole("max").value()),
                database(file.child("database")),
                pools(file.child("pools")),
                fact("threads", part -> part.whole("count").value()),
                rate("scaleUp"),
                rate("scaleDown"));
    }

    private Database database(Fields part) {
        return new Database(
                part.text("size").value(),
                part.whole("connections").value(),
                part.whole("spare").value(),
                cite("database"));
    }

    private Pools pools(Fields part) {
        return new Pools(
                part.whole("size").value(),
                part.whole("overflow").value(),
                part.whole("vectorSize").value(),
                part.whole("vectorOverflow").value(),
                cite("pools"));
    }

    private Image image(String name, Fields image) {
        return new Image(image.text("repository").value(), image.text("tag").value(), cite(name, image));
    }

    /** Low, mid and high of a figure that is weak. */
    private static <Q extends Quantity<Q>> Range<Q> range(Fields part, String key, DoubleFunction<Q> unit) {
        List<Q> ends =
                part.numbers(key).stream().map(end -> unit.apply(end.value())).toList();
        return new Range<>(ends.get(0), ends.get(1), ends.get(2), Basis.DERIVED);
    }

    private ScalingRate rate(String key) {
        Fields rate = file.child(key);
        return new ScalingRate(
                new Seconds(rate.decimal("stabilizationSeconds")),
                rate.whole("pods").value(),
                rate.optionalWhole("percent").map(Setting::value),
                new Seconds(rate.decimal("periodSeconds")),
                cite(key));
    }

    ReservedNames reservedNames() {
        Fields reserved = file.child("reserved");
        return new ReservedNames(words(reserved, "anywhere"), words(reserved, "atStart"), words(reserved, "asWord"));
    }

    private static List<String> words(Fields fields, String key) {
        return fields.words(key, word -> word).stream().map(Setting::value).toList();
    }

    private <T> Fact<T> fact(String key, Function<Fields, T> value) {
        return new Fact<>(value.apply(file.child(key)), cite(key));
    }

    private Citation cite(String key) {
        return cite(key, file.child(key));
    }

    /** A source that is missing here is a broken build, which the tests of the catalogue see. */
    private Citation cite(String name, Fields part) {
        return new Sources(file, new Problems()).cite(name, part);
    }
}
