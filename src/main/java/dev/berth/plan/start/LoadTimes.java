package dev.berth.plan.start;

import dev.berth.catalog.AzureFacts.ModelsShare;
import dev.berth.catalog.LlmModel;
import dev.berth.catalog.StartFacts.Load;
import dev.berth.model.Range;
import dev.berth.model.Seconds;
import dev.berth.model.Throughput;
import dev.berth.plan.decision.Decision;
import java.util.Optional;

/**
 * Derives how long models take to load. A replica that loads alone has what the share, one file and the network of its
 * node give. Replicas that start together read the same file, whose speed they share, and so do those on one node with
 * its network.
 */
final class LoadTimes {

    private final Load facts;
    private final ModelsShare share;
    private final Decision<Throughput> throughput;

    LoadTimes(Load facts, ModelsShare share, Decision<Throughput> throughput) {
        this.facts = facts;
        this.share = share;
        this.throughput = throughput;
    }

    LoadTime of(LlmModel model, StartingGroup group) {
        return new LoadTime(model.name(), cold(model, group), warm(model, group));
    }

    private Decision<Range<Seconds>> cold(LlmModel model, StartingGroup group) {
        // A group that sleeps is woken by its first replica.
        int together = Math.max(1, group.together().value());
        Range<Throughput> reader = facts.reader();
        Throughput alone = speed(group, 1);
        Throughput crowded = speed(group, together);
        Range<Seconds> time = Range.derived(
                seconds(model, alone.atMost(reader.high())),
                seconds(model, alone.atMost(reader.mid())),
                seconds(model, crowded.atMost(reader.low())));
        Throughput network = group.size().network();
        return Decision.derived("model." + model.name() + ".load.cold", time, time.toString())
                .from(facts.citation(), "every load", facts.fixed())
                .from(facts.citation(), "one reader", reader)
                .from(model.citation(), "weights", weights(model))
                .from(throughput)
                .from(share.citation(), "one file", share.file())
                .from(group.size().citation(), "network of a node", network)
                .from(group.together())
                .by(facts.fixed() + " + " + weights(model) + " / the least of one reader " + reader.digits(0)
                        + " MiB/s, share " + throughput.value() + ", one file " + share.file() + " and network "
                        + network + "; at the most " + together + " start together, with " + crowded + " each");
    }

    /** What each of some replicas has that load at the same time. */
    private Throughput speed(StartingGroup group, int loaders) {
        int onOneNode = Math.min(loaders, group.replicasPerNode());
        return throughput
                .value()
                .atMost(share.file())
                .times(1.0 / loaders)
                .atMost(group.size().network().times(1.0 / onOneNode));
    }

    /** As soon as it can be, whatever a single reader gets, with so many that load at the same time. */
    Seconds atBest(LlmModel model, StartingGroup group, int loaders) {
        return seconds(model, speed(group, loaders));
    }

    private Seconds seconds(LlmModel model, Throughput speed) {
        return facts.fixed().plus(speed.toRead(model.weights()));
    }

    private Optional<Decision<Range<Seconds>>> warm(LlmModel model, StartingGroup group) {
        if (model.weights().compareTo(group.memoryRequest().value()) > 0) {
            return Optional.empty();
        }
        Range<Throughput> cache = facts.pageCache();
        Range<Seconds> time =
                Range.derived(seconds(model, cache.high()), seconds(model, cache.mid()), seconds(model, cache.low()));
        return Optional.of(Decision.derived("model." + model.name() + ".load.warm", time, time.toString())
                .from(facts.citation(), "every load", facts.fixed())
                .from(model.citation(), "weights", weights(model))
                .from(facts.citation(), "page cache", cache)
                .from(group.memoryRequest())
                .by(facts.fixed() + " + " + weights(model) + " / page cache " + cache.digits(0)
                        + " MiB/s; the file fits the replica's memory of "
                        + group.memoryRequest().shown()));
    }

    private static String weights(LlmModel model) {
        return model.weights().digits(2) + " GiB";
    }
}
