package dev.berth.plan.start;

import dev.berth.catalog.AzureFacts.ModelsShare;
import dev.berth.model.Setting;
import dev.berth.model.Share;
import dev.berth.model.Throughput;
import dev.berth.plan.decision.Decision;
import java.util.Optional;

/** Derives how fast the share that holds the model files can be read. */
final class ShareThroughput {

    private ShareThroughput() {}

    /** As fast as one file, within what Azure Files has, unless the value file names a speed. */
    static Decision<Throughput> of(Share share, ModelsShare facts) {
        Throughput speed = facts.file().atLeast(facts.least()).atMost(facts.most());
        Optional<Setting<Throughput>> pinned = share.throughput().map(setting -> setting.map(Throughput::new));
        return Decision.derived("share.throughput", speed, speed.toString())
                .from(facts.citation(), "one file", facts.file())
                .from(facts.citation(), "least", facts.least())
                .from(facts.citation(), "most", facts.most())
                .by("one file is read with " + facts.file() + ", and a replica waits for its model")
                .unless(pinned, Throughput::toString);
    }
}
