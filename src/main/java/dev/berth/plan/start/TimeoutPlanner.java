package dev.berth.plan.start;

import dev.berth.catalog.AzureFacts.LoadBalancer;
import dev.berth.catalog.Catalog;
import dev.berth.catalog.Fact;
import dev.berth.catalog.PlatformFacts.ScalingRate;
import dev.berth.model.Count;
import dev.berth.model.Exposure;
import dev.berth.model.Range;
import dev.berth.model.Seconds;
import dev.berth.model.Setting;
import dev.berth.plan.decision.Decision;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Derives the timeouts, each from the one before it in the chain of {@link Timeouts}. */
final class TimeoutPlanner {

    private static final String ID = "timeouts.";

    /** Flux says when a release has failed, which nobody needs to the minute. */
    private static final Seconds RELEASE_STEP = Seconds.ofMinutes(5);

    private static final Seconds ANSWER_STEP = new Seconds(10);

    private final Catalog catalog;

    TimeoutPlanner(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * @param answers how long usual answers take, of the models that people ask
     * @param fill how long the share of the models takes to be filled
     */
    Timeouts plan(
            Collection<LoadTime> loads,
            List<ColdStart> starts,
            List<StartingGroup> groups,
            List<Decision<Range<Seconds>>> answers,
            Decision<Seconds> fill,
            Setting<Exposure> exposure) {
        Decision<Seconds> modelLoad = modelLoad(loads);
        Decision<Seconds> startup = startup(modelLoad, loads, starts);
        Decision<Seconds> coldStart = coldStart(startup, starts);
        Decision<Seconds> hold = minutes("routerHold", coldStart, "as long as a replica takes to start");
        Decision<Seconds> queue = same(
                "routerQueue",
                hold,
                "a request that has waited so long for a slot would have had a replica of its own");
        Decision<Seconds> drain = drain(answers);
        Decision<Seconds> grace = grace(drain);
        Decision<Seconds> client = client(queue, drain);
        Decision<Seconds> release = gpuRelease(coldStart, startup, grace, groups);
        Decision<Seconds> modelsRelease = modelsRelease(release, fill);
        return new Timeouts(
                modelLoad,
                startup,
                coldStart,
                hold,
                queue,
                client,
                Optional.of(exposure)
                        .filter(set -> set.value() == Exposure.PUBLIC)
                        .map(set -> loadBalancer(client, set)),
                release,
                fill,
                modelsRelease,
                stage(modelsRelease),
                drain,
                grace,
                cooldown(coldStart),
                cronLead(coldStart, groups));
    }

    /**
     * Ollama gives up a load that makes no progress for so long. Where many read the share, one of them may get nothing
     * for a while, but never for as long as the whole load takes when all read at once.
     */
    private Decision<Seconds> modelLoad(Collection<LoadTime> loads) {
        Fact<Seconds> usual = catalog.ollama().loadTimeout();
        Seconds longest = longest(loads.stream().map(LoadTime::cold).toList());
        Seconds limit = longest.toMinutes().atLeast(usual.value());
        return Decision.derived(ID + "modelLoad", limit, limit.toString())
                .from(usual, "without progress")
                .fromAll(loads.stream().map(LoadTime::cold).toList())
                .by("without any progress: the longest load, " + longest + ", whole minutes, at least Ollama's own "
                        + usual.value());
    }

    private Decision<Seconds> startup(Decision<Seconds> modelLoad, Collection<LoadTime> loads, List<ColdStart> starts) {
        Fact<Range<Seconds>> warmUp = catalog.platform().start().warmUp();
        Seconds homes = starts.stream()
                .map(start -> start.loads().time().high())
                .max(Comparator.naturalOrder())
                .orElse(new Seconds(0));
        Seconds limit = homes.plus(warmUp.value().high()).toMinutes().atLeast(modelLoad.value());
        return Decision.derived(ID + "startup", limit, limit.toString())
                .from(modelLoad)
                .fromAll(loads.stream().map(LoadTime::cold).toList())
                .from(warmUp, "warm-up")
                .by("the longest loads of one replica, " + homes + " + warm-up "
                        + warmUp.value().high() + ", whole minutes, at least as long as one load may stand still, "
                        + modelLoad.value());
    }

    private static Decision<Seconds> coldStart(Decision<Seconds> startup, List<ColdStart> starts) {
        Seconds longest = longest(starts.stream().map(ColdStart::total).toList());
        Seconds limit = longest.atLeast(startup.value());
        return Decision.derived(ID + "coldStart", limit, limit.toString())
                .fromAll(starts.stream().map(ColdStart::total).toList())
                .from(startup)
                .by("the longest cold start of all groups, " + longest + ", at least the startup " + startup.value());
    }

    private static Decision<Seconds> client(Decision<Seconds> queue, Decision<Seconds> drain) {
        Seconds limit = queue.value().plus(drain.value()).toMinutes();
        return Decision.derived(ID + "client", limit, limit.toString())
                .from(queue)
                .from(drain)
                .by("wait " + queue.value() + " + the longest answer, " + drain.value() + ", whole minutes");
    }

    private Decision<Seconds> loadBalancer(Decision<Seconds> client, Setting<Exposure> exposure) {
        LoadBalancer facts = catalog.azure().loadBalancer();
        Seconds limit = client.value().toMinutes().atLeast(facts.idle()).atMost(facts.mostIdle());
        return Decision.derived(ID + "loadBalancer", limit, limit.minutes() + " minutes")
                .from(exposure)
                .from(client)
                .from(facts.citation(), "usual", facts.idle())
                .from(facts.citation(), "most", facts.mostIdle())
                .by("as long as Open WebUI waits, " + client.value() + ", in whole minutes, from "
                        + facts.idle().minutes() + " to " + facts.mostIdle().minutes());
    }

    /** The first start needs new nodes; an upgrade takes one replica of a group after the other, on nodes that are there. */
    private Decision<Seconds> gpuRelease(
            Decision<Seconds> coldStart,
            Decision<Seconds> startup,
            Decision<Seconds> grace,
            List<StartingGroup> groups) {
        Fact<Double> margin = catalog.platform().start().margin();
        Seconds first = coldStart.value().times(margin.value());
        int most = groups.stream()
                .mapToInt(group -> group.maxReplicas().value())
                .max()
                .orElse(1);
        Seconds upgrade = grace.value().plus(startup.value()).times(most);
        Seconds limit = first.atLeast(upgrade).upTo(RELEASE_STEP);
        return Decision.derived(ID + "gpuRelease", limit, limit.toString())
                .from(coldStart)
                .from(margin, "margin")
                .from(grace)
                .from(startup)
                .fromAll(groups.stream().map(StartingGroup::maxReplicas).toList())
                .by("the longer of a first start, cold start " + coldStart.value() + " x "
                        + new Count(margin.value()).digits(1) + ", and an upgrade one by one, " + most + " x (grace "
                        + grace.value() + " + startup " + startup.value() + "), whole 5 minutes");
    }

    /** Replicas wait for the models before they load them; their nodes come meanwhile, which is not counted on. */
    private static Decision<Seconds> modelsRelease(Decision<Seconds> release, Decision<Seconds> fill) {
        Seconds limit = release.value().plus(fill.value()).upTo(RELEASE_STEP);
        return Decision.derived(ID + "modelsRelease", limit, limit.toString())
                .from(release)
                .from(fill)
                .by("release with GPU nodes " + release.value() + " + first fill of the share " + fill.value()
                        + ", whole 5 minutes");
    }

    private Decision<Seconds> stage(Decision<Seconds> release) {
        Fact<Seconds> cpu = catalog.upstream().cpuReleaseTimeout();
        Fact<Seconds> margin = catalog.upstream().stageMargin();
        Seconds limit = release.value().atLeast(cpu.value()).plus(margin.value());
        return Decision.derived(ID + "stage", limit, limit.toString())
                .from(release)
                .from(cpu, "release without GPUs")
                .from(margin, "margin")
                .by("the longer of a release that waits for models, " + release.value() + ", and one without, "
                        + cpu.value() + ", and " + margin.value() + " more");
    }

    /** Beyond what the cluster autoscaler waits for a pod nothing is gained. */
    private Decision<Seconds> drain(List<Decision<Range<Seconds>>> answers) {
        Fact<Seconds> usual = catalog.platform().drain();
        Fact<Seconds> most = catalog.azure().mostGrace();
        Seconds stop = catalog.platform().stop().value();
        Seconds answer = longest(answers).upTo(ANSWER_STEP);
        Seconds wanted = answer.atLeast(usual.value());
        Seconds room = new Seconds(most.value().amount() - stop.amount());
        Seconds limit = wanted.compareTo(room) <= 0 ? wanted : room;
        return Decision.derived(ID + "drain", limit, limit.toString())
                .from(usual, "drain")
                .from(most, "most that the cluster autoscaler waits")
                .fromAll(answers)
                .by("as long as a usual answer takes at the most, " + answer + ", at least " + usual.value()
                        + ", by which most are assumed to be written, at most " + room
                        + ", which the cluster autoscaler waits");
    }

    private Decision<Seconds> grace(Decision<Seconds> drain) {
        Fact<Seconds> stop = catalog.platform().stop();
        Seconds limit = drain.value().plus(stop.value());
        return Decision.derived(ID + "grace", limit, limit.toString())
                .from(drain)
                .from(stop, "stop")
                .by("drain " + drain.value() + " + " + stop.value() + " to stop");
    }

    private Decision<Seconds> cooldown(Decision<Seconds> coldStart) {
        Fact<Seconds> keepAlive = catalog.ollama().keepAlive();
        Seconds limit = keepAlive
                .value()
                .plus(Seconds.ofMinutes(1))
                .atLeast(coldStart.value())
                .toMinutes();
        return Decision.derived(ID + "cooldown", limit, limit.toString())
                .from(keepAlive, "keep-alive")
                .from(coldStart)
                .by("longer than a model stays loaded, " + keepAlive.value()
                        + ", and at least as long as the replica takes to come back, " + coldStart.value()
                        + ", whole minutes");
    }

    /** Where the autoscaler adds one replica after the other, the last one is to be there in time too. */
    private Decision<Seconds> cronLead(Decision<Seconds> coldStart, List<StartingGroup> groups) {
        int more = groups.stream().mapToInt(StartingGroup::oneByOne).max().orElse(0);
        if (more == 0) {
            return minutes("cronLead", coldStart, "the first replica has to be there when people come");
        }
        ScalingRate rate = catalog.platform().scaleUp();
        Fact<Range<Seconds>> sync = catalog.platform().start().signal().sync();
        Seconds each = rate.period().plus(sync.value().high());
        int periods = (more + rate.pods() - 1) / rate.pods();
        Seconds limit = coldStart.value().plus(each.times(periods)).toMinutes();
        return Decision.derived(ID + "cronLead", limit, limit.toString())
                .from(coldStart)
                .from(rate.citation(), "behaviour", rate)
                .from(sync, "time")
                .by(
                        "cold start " + coldStart.value() + " + " + periods + " x " + each
                                + ", whole minutes: with engine keda the autoscaler adds " + rate.pods() + " per "
                                + rate.period()
                                + ", seen when it looks again, and the last of a window's replicas has to be there when people come");
    }

    private static Decision<Seconds> minutes(String name, Decision<Seconds> from, String because) {
        Seconds limit = from.value().toMinutes();
        return Decision.derived(ID + name, limit, limit.toString())
                .from(from)
                .by("cold start " + from.value() + ", whole minutes: " + because);
    }

    private static Decision<Seconds> same(String name, Decision<Seconds> from, String because) {
        return Decision.derived(ID + name, from.value(), from.shown())
                .from(from)
                .by("as long as it is held, " + from.value() + ": " + because);
    }

    private static Seconds longest(List<Decision<Range<Seconds>>> times) {
        return times.stream()
                .map(time -> time.value().high())
                .max(Comparator.naturalOrder())
                .orElse(new Seconds(0));
    }
}
