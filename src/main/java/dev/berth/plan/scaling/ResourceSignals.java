package dev.berth.plan.scaling;

import dev.berth.catalog.Catalog;
import dev.berth.catalog.OllamaFacts.Idle;
import dev.berth.model.Gib;
import dev.berth.model.MilliCpu;
import dev.berth.model.Percent;
import dev.berth.model.Range;
import dev.berth.model.Setting;
import dev.berth.model.Signal;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.memory.GroupMemory;
import dev.berth.plan.replicas.PodRequests;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import java.util.Optional;

/** Whether an idle group comes down under its targets of CPU and memory, which are measured against what it requests. */
public final class ResourceSignals {

    private final GroupMemory memory;
    private final Decision<Integer> min;
    private final PodRequests requests;
    private final Idle idle;
    private final IdleRule rule;

    public ResourceSignals(GroupMemory memory, Decision<Integer> min, PodRequests requests, Catalog catalog) {
        this.memory = memory;
        this.min = min;
        this.requests = requests;
        this.idle = catalog.ollama().idle();
        this.rule = new IdleRule(catalog.platform().hpaTolerance().value());
    }

    /** Memory of an idle replica with the heaviest set of homes; the pages of its model files count. */
    Decision<Range<Gib>> idleMemory() {
        int models = memory.placement().mostHomes();
        Gib files = memory.placement().ordinals().stream()
                .map(ordinal -> ordinal.homes().stream()
                        .map(home -> memory.model(home.name()).model().weights())
                        .reduce(new Gib(0), Gib::plus))
                .max(Gib::compareTo)
                .orElse(new Gib(0));
        Range<Gib> size = Range.derived(
                used(idle.server().low(), idle.model().low(), models, files),
                used(idle.server().mid(), idle.model().mid(), models, files),
                used(idle.server().high(), idle.model().high(), models, files));
        Decision.Draft<Range<Gib>> draft = Decision.derived(
                        "group." + memory.name() + ".idleMemory", size, size.toString())
                .from(memory.homeReplicas())
                .from(idle.citation(), "server, process of a model", idle.server() + ", " + idle.model());
        return draft.by("server " + idle.server().mid().digits(1) + " + " + models + " models x "
                + idle.model().mid().digits(1) + " + their files " + files.digits(1));
    }

    private static Gib used(Gib server, Gib model, int models, Gib files) {
        return server.plus(model.times(models)).plus(files);
    }

    private MilliCpu idleCpu() {
        return idle.modelCpu().times(memory.placement().mostHomes());
    }

    /** Why a signal is left out, where an idle fleet would stay large because of it; one that is asked for stays. */
    Optional<LeftOut> leftOut(
            Signal signal, Setting<Percent> target, Decision<Range<Gib>> idleMemory, Problems problems) {
        boolean isMemory = signal == Signal.MEMORY;
        double used = isMemory ? idleMemory.value().high().amount() : idleCpu().amount();
        double request = isMemory
                ? requests.memory().value().amount()
                : requests.cpu().value().amount();
        int least = Math.max(1, min.value());
        double share = target.value().amount() / 100 * rule.largestShare(least);
        if (used <= share * request) {
            return Optional.empty();
        }
        String reason = "an idle replica uses up to "
                + (isMemory ? idleMemory.value().high() : idleCpu()) + " of the "
                + (isMemory ? requests.memory().shown() : requests.cpu().shown())
                + " that it requests, above the " + new Percent(100 * share) + " from which " + (least + 1)
                + " replicas come back to " + (least == min.value() ? "min " : "") + least;
        Optional<Setting<?>> asked = asked(signal, target);
        asked.ifPresent(place -> problems.add(
                Code.IDLE_ABOVE_RESOURCE_TARGET,
                place.at(),
                "group `" + memory.name() + "` scales by " + signal.key() + " at " + target.value() + ", but " + reason,
                "raise the target or `replicas.min`, take a size with more " + (isMemory ? "memory" : "CPU")
                        + ", or leave `" + signal.key() + "` out of `signals`"));
        return asked.isPresent() ? Optional.empty() : Optional.of(new LeftOut(signal, reason));
    }

    private Optional<Setting<?>> asked(Signal signal, Setting<Percent> target) {
        return target.isPinned()
                ? Optional.of(target)
                : memory.resolved().group().signals().stream()
                        .filter(read -> read.value() == signal && read.isPinned())
                        .<Setting<?>>map(read -> read)
                        .findFirst();
    }
}
