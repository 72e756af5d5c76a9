package dev.berth.plan.webui;

import dev.berth.catalog.Catalog;
import dev.berth.catalog.Fact;
import dev.berth.catalog.OpenWebUiFacts;
import dev.berth.model.Count;
import dev.berth.model.Exposure;
import dev.berth.model.Gib;
import dev.berth.model.MilliCpu;
import dev.berth.model.Percent;
import dev.berth.model.Range;
import dev.berth.model.Setting;
import dev.berth.model.WebUi;
import dev.berth.plan.decision.Counted;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.demand.WebUiTasks;
import dev.berth.plan.scaling.Behavior;
import dev.berth.plan.scaling.IdleRule;
import dev.berth.plan.storage.ShareSize;
import dev.berth.source.Code;
import dev.berth.source.Problems;

/** Derives how the chat pages run. */
public final class WebUiPlanner {

    private static final String ID = "webui.";
    private static final double MIB_STEP = 128;

    private final Catalog catalog;
    private final OpenWebUiFacts facts;

    public WebUiPlanner(Catalog catalog) {
        this.catalog = catalog;
        this.facts = catalog.openWebUi();
    }

    public WebUiPlan plan(WebUi webUi, WebUiTasks tasks, Problems problems) {
        int most = webUi.replicas().max().map(Setting::value).orElse(Integer.MAX_VALUE);
        Decision<Integer> min = replicas("min", facts.minReplicas(), 1, most)
                .unless(webUi.replicas().min(), Counted::replicas);
        Decision<Integer> max = replicas("max", facts.maxReplicas(), min.value(), Integer.MAX_VALUE)
                .unless(webUi.replicas().max(), Counted::replicas);
        checkExposure(webUi, problems);
        return new WebUiPlan(
                webUi,
                facts,
                min,
                max,
                cpuRequest(),
                memoryRequest(webUi.memoryTarget(), min),
                Decision.of(
                        ID + "target.cpu",
                        webUi.cpuTarget(),
                        webUi.cpuTarget().value().toString()),
                Decision.of(
                        ID + "target.memory",
                        webUi.memoryTarget(),
                        webUi.memoryTarget().value().toString()),
                Behavior.rate(ID + "scaleUp", facts.scaleUp()),
                Behavior.rate(ID + "scaleDown", facts.scaleDown()),
                ShareSize.smallest(ID + "share.size", webUi.shareSize(), catalog.platform(), problems),
                DatabasePools.of(facts, webUi, max, problems),
                tasks);
    }

    private static Decision<Integer> replicas(String bound, Fact<Integer> usual, int least, int most) {
        int number = Math.min(most, Math.max(least, usual.value()));
        return Decision.derived(ID + "replicas." + bound, number, Counted.replicas(number))
                .from(usual, bound)
                .by(number == usual.value() ? "usual where the value file names none" : "as many as the other bound");
    }

    private Decision<MilliCpu> cpuRequest() {
        Fact<MilliCpu> fact = facts.cpuRequest();
        return Decision.derived(ID + "requests.cpu", fact.value(), fact.value().toString())
                .from(fact, "CPU of a replica")
                .by("assumed");
    }

    /**
     * Idle memory that is no more than the idle rule allows of the request: otherwise the autoscaler would never come down
     * from its largest.
     */
    private Decision<Gib> memoryRequest(Setting<Percent> target, Decision<Integer> min) {
        Range<Gib> idle = facts.idleMemory().value();
        IdleRule rule = new IdleRule(catalog.platform().hpaTolerance().value());
        double share = target.value().amount() / 100 * rule.largestShare(min.value());
        double mib = Math.ceil(idle.high().mib() / share / MIB_STEP) * MIB_STEP;
        Gib request = Gib.ofMib(mib);
        return Decision.derived(ID + "requests.memory", request, new Count(mib).digits(0) + " MiB")
                .from(facts.idleMemory(), "memory when idle")
                .from(target)
                .from(min)
                .by("idle memory, at most " + idle.high() + ", is not more than " + new Percent(100 * share)
                        + " of it: target " + target.value() + " x min " + min.value() + " / (min + 1), so that "
                        + "replicas go again; whole 128 MiB");
    }

    private static void checkExposure(WebUi webUi, Problems problems) {
        if (webUi.exposure().value() == Exposure.PUBLIC) {
            if (webUi.host().isEmpty()) {
                problems.add(
                        Code.HOST_MISSING,
                        webUi.exposure().at(),
                        "public chat pages have no `webui.host`: pages of anybody could use the sessions of their users",
                        "write the name that people type, for example `host: chat.example.com`");
            }
            problems.add(
                    Code.PUBLIC_WITHOUT_TLS,
                    webUi.exposure().at(),
                    "the chat pages get a public address, and passwords cross the network unencrypted",
                    "write `exposure: internal` and put a gateway with a certificate in front, or waive P033");
        }
    }
}
