package dev.berth.plan.start;

import dev.berth.catalog.Fact;
import dev.berth.catalog.PlatformFacts.ScalingRate;
import dev.berth.catalog.StartFacts;
import dev.berth.model.Range;
import dev.berth.model.Seconds;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.start.ColdStart.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Derives how long cold starts take. */
final class ColdStarts {

    private static final Range<Seconds> NOTHING = Range.exactly(new Seconds(0));

    private final StartFacts facts;
    private final ScalingRate scaleUp;

    ColdStarts(StartFacts facts, ScalingRate scaleUp) {
        this.facts = facts;
        this.scaleUp = scaleUp;
    }

    /** @param loads of all models of the group, by name */
    ColdStart of(StartingGroup group, SortedMap<String, LoadTime> loads) {
        List<Decision<Range<Seconds>>> largest = largest(group, loads);
        Part load = new Part("load", largest.stream().map(Decision::value).reduce(NOTHING, Range::plus));
        Seconds stabilization = scaleUp.stabilization();
        List<Part> parts = new ArrayList<>(List.of(
                new Part("scrape", facts.signal().scrape().value()),
                new Part("rule", facts.signal().rule().value()),
                new Part("HPA sync", facts.signal().sync().value()),
                new Part("stabilization", Range.exactly(stabilization)),
                new Part("autoscaler scan", facts.autoscaler().scan().value()),
                new Part("GPU pod", facts.autoscaler().gpuPod().value()),
                new Part("node", facts.node().value()),
                new Part("device plugin", facts.devicePlugin().value()),
                new Part("image", facts.image().value()),
                load,
                new Part("warm-up", facts.warmUp().value())));
        Range<Seconds> total = parts.stream().map(Part::time).reduce(NOTHING, Range::plus);
        Decision.Draft<Range<Seconds>> draft =
                Decision.derived("group." + group.name() + ".coldStart", total, total.digits(0) + " s");
        facts().forEach(fact -> draft.from(fact, "time"));
        Decision<Range<Seconds>> decision = draft.from(scaleUp.citation(), "stabilization", stabilization)
                .fromAll(largest)
                .by(parts.stream().map(Part::toString).collect(Collectors.joining(" + ")));
        return new ColdStart(group.name(), decision, parts, load);
    }

    private Stream<Fact<Range<Seconds>>> facts() {
        return Stream.of(
                facts.signal().scrape(),
                facts.signal().rule(),
                facts.signal().sync(),
                facts.autoscaler().scan(),
                facts.autoscaler().gpuPod(),
                facts.node(),
                facts.devicePlugin(),
                facts.image(),
                facts.warmUp());
    }

    /** The homes of a replica, or the one model for which it was started: what takes longest. */
    private static List<Decision<Range<Seconds>>> largest(StartingGroup group, SortedMap<String, LoadTime> loads) {
        return Stream.concat(group.homes().stream(), group.models().stream().map(List::of))
                .map(set -> set.stream()
                        .map(model ->
                                Objects.requireNonNull(loads.get(model.name())).cold())
                        .toList())
                .max(Comparator.comparing(
                        set -> set.stream().map(load -> load.value().high()).reduce(new Seconds(0), Seconds::plus)))
                .orElse(List.of());
    }
}
