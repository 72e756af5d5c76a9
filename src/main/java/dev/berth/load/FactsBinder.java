package dev.berth.load;

import dev.berth.catalog.Citation;
import dev.berth.catalog.OllamaFacts;
import dev.berth.catalog.OllamaFacts.BatchExtra;
import dev.berth.catalog.OllamaFacts.Fact;
import dev.berth.catalog.OllamaFacts.Graph;
import dev.berth.catalog.PlatformFacts;
import dev.berth.catalog.PlatformFacts.Image;
import dev.berth.catalog.PlatformFacts.Reserve;
import dev.berth.catalog.PlatformFacts.ScalingRate;
import dev.berth.catalog.PlatformFacts.Share;
import dev.berth.catalog.ReservedNames;
import dev.berth.model.Gib;
import dev.berth.model.Setting;
import dev.berth.yaml.YamlNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the facts that are only built in. */
final class FactsBinder {

    private FactsBinder() {}

    static OllamaFacts ollama(YamlNode tree) {
        Fields file = Fields.root(tree);
        Fields graph = file.child("graph");
        Fields context = file.child("cudaContext");
        Fields extra = file.child("batchExtra");
        Fields kv = file.child("kvBytesPerElement");
        Fields tokens = file.child("defaultContext");
        Fields families = file.child("singleSlotFamilies");
        return new OllamaFacts(
                new Graph(new Gib(graph.decimal("gib")), new Gib(graph.decimal("spreadGib")), cite(file, "graph")),
                new Fact<>(new Gib(context.decimal("gib")), cite(file, "cudaContext")),
                new BatchExtra(extra.list("steps", FactsBinder::step), cite(file, "batchExtra")),
                new Fact<>(kv.whole("bytes").value(), cite(file, "kvBytesPerElement")),
                new Fact<>(tokens.whole("tokens").value(), cite(file, "defaultContext")),
                new Fact<>(words(families, "families"), cite(file, "singleSlotFamilies")));
    }

    private static BatchExtra.Step step(Fields row) {
        int upTo = row.optionalWhole("contextUpTo").map(Setting::value).orElse(Integer.MAX_VALUE);
        return new BatchExtra.Step(upTo, Gib.ofMib(row.decimal("mib")));
    }

    static PlatformFacts platform(YamlNode tree) {
        Fields file = Fields.root(tree);
        Fields image = file.child("images").child("ollama");
        Fields reserve = file.child("daemonSetReserve");
        Fields share = file.child("share");
        return new PlatformFacts(
                file.child("kubernetes").text("version").value(),
                new Image(
                        image.text("repository").value(),
                        image.text("tag").value(),
                        cite(file, image, "images.ollama")),
                new Reserve(
                        reserve.whole("cpuMillis").value(),
                        new Gib(reserve.decimal("memoryGib")),
                        cite(file, "daemonSetReserve")),
                new Share(new Gib(share.decimal("minimumGib")), share.decimal("headroomFactor"), cite(file, "share")),
                rate(file, "scaleUp"),
                rate(file, "scaleDown"),
                file.child("hpaTolerance").decimal("ratio"),
                file.child("hoursPerMonth").whole("hours").value());
    }

    private static ScalingRate rate(Fields file, String key) {
        Fields rate = file.child(key);
        return new ScalingRate(
                rate.whole("stabilizationSeconds").value(),
                rate.whole("pods").value(),
                rate.whole("periodSeconds").value(),
                cite(file, key));
    }

    static ReservedNames reservedNames(YamlNode tree) {
        Fields reserved = Fields.root(tree).child("reserved");
        return new ReservedNames(words(reserved, "anywhere"), words(reserved, "atStart"), words(reserved, "asWord"));
    }

    private static Set<String> words(Fields fields, String key) {
        List<Setting<String>> words = fields.words(key, word -> word);
        return words.stream().map(Setting::value).collect(Collectors.toUnmodifiableSet());
    }

    private static Citation cite(Fields file, String key) {
        return cite(file, file.child(key), key);
    }

    private static Citation cite(Fields file, Fields part, String name) {
        Fields source = file.child("sources").child(part.text("source").value());
        return new Citation(
                name,
                part.mapping().span(),
                source.text("text").value(),
                source.text("date").value());
    }
}
