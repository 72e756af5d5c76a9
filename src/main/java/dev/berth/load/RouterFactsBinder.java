package dev.berth.load;

import dev.berth.catalog.PlatformFacts.Image;
import dev.berth.catalog.RouterFacts;
import dev.berth.model.Gib;
import dev.berth.model.MilliCpu;

/** Reads what is known of the router. */
final class RouterFactsBinder {

    private static final String KEY = "router";

    private final BuiltInFile file;

    RouterFactsBinder(BuiltInFile file) {
        this.file = file;
    }

    RouterFacts facts(Image image) {
        return new RouterFacts(
                image,
                file.fact(KEY, part -> part.whole("replicas").value()),
                file.fact(KEY, part -> new MilliCpu(part.decimal("cpuMillis"))),
                file.fact(KEY, part -> part.whole("waiting").value()),
                file.fact(KEY, part -> part.whole("spare").value()),
                file.fact("routerBuffers", part -> Gib.ofMib(part.decimal("kib") / 1024)),
                file.fact("routerBuffers", part -> Gib.ofMib(part.decimal("connectionKib") / 1024)),
                file.fact("routerBuffers", part -> Gib.ofMib(part.decimal("idleMib"))));
    }
}
