package dev.berth.load;

import dev.berth.catalog.Citation;
import dev.berth.catalog.Fact;
import dev.berth.catalog.StartFacts;
import dev.berth.catalog.StartFacts.Autoscaler;
import dev.berth.catalog.StartFacts.DocumentTimes;
import dev.berth.catalog.StartFacts.Load;
import dev.berth.catalog.StartFacts.Signal;
import dev.berth.model.Range;
import dev.berth.model.Seconds;
import dev.berth.model.Setting;
import dev.berth.model.Throughput;
import java.util.List;

/** Reads the parts of a cold start. */
final class StartFactsBinder {

    private final BuiltInFile file;

    StartFactsBinder(BuiltInFile file) {
        this.file = file;
    }

    StartFacts facts() {
        return new StartFacts(
                new Signal(part("scrape"), part("rule"), part("sync")),
                new Autoscaler(part("scan"), part("gpuPod")),
                part("node"),
                part("devicePlugin"),
                part("image"),
                load(file.part("load")),
                file.fact("registry", part -> FactsBinder.range(part, "mibps", Throughput::new)),
                part("warmUp"),
                file.fact("startMargin", part -> part.decimal("factor")),
                document(file.part("documentTimes"), file.cite("documentTimes")));
    }

    private Fact<Range<Seconds>> part(String key) {
        Fields part = file.part("coldStart").child(key);
        return new Fact<>(FactsBinder.range(part, "seconds", Seconds::new), file.cite("coldStart." + key, part));
    }

    private Load load(Fields part) {
        return new Load(
                new Seconds(part.decimal("fixedSeconds")),
                FactsBinder.range(part, "readerMibps", Throughput::new),
                FactsBinder.range(part, "pageCacheMibps", Throughput::new),
                file.cite("load"));
    }

    private static DocumentTimes document(Fields part, Citation citation) {
        List<Setting<Double>> first = part.numbers("firstSeconds");
        List<Setting<Double>> node = part.numbers("nodeMinutes");
        return new DocumentTimes(
                new Seconds(first.get(0).value()),
                new Seconds(first.get(1).value()),
                new Seconds(part.decimal("laterSeconds")),
                Seconds.ofMinutes(node.get(0).value()),
                Seconds.ofMinutes(node.get(1).value()),
                citation);
    }
}
