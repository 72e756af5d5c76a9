package dev.berth.plan.storage;

import dev.berth.catalog.PlatformFacts;
import dev.berth.model.Count;
import dev.berth.model.Environment;
import dev.berth.model.Gib;
import dev.berth.model.Setting;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.memory.ModelPlan;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import java.util.List;
import java.util.Optional;

/** Derives the sizes of shares: of the one that holds the model files, and of what people upload. */
public final class ShareSize {

    private static final String ID = "share.size";

    private ShareSize() {}

    public static Decision<Gib> of(
            Environment environment, List<ModelPlan> models, PlatformFacts facts, Problems problems) {
        Gib files = models.stream().map(model -> model.model().weights()).reduce(new Gib(0), Gib::plus);
        Gib least = facts.shareMinimum().value();
        double factor = facts.shareHeadroom().value();
        Gib size =
                new Gib(Math.ceil(Math.max(least.amount(), files.times(factor).amount())));
        Decision.Draft<Gib> draft = Decision.derived(ID, size, shown(size));
        models.forEach(model -> draft.from(
                model.model().citation(), "weights", model.model().weights().digits(2) + " GiB"));
        Decision<Gib> derived = draft.from(facts.shareMinimum(), "least share")
                .from(facts.shareHeadroom(), "headroom")
                .by("model files " + files.digits(1) + " x " + new Count(factor).digits(1) + " for changes, at least "
                        + least.digits(0));
        environment.share().size().ifPresent(pinned -> check(pinned, files, size, least, problems));
        return derived.unless(environment.share().size(), ShareSize::shown);
    }

    /** The smallest share that there is, unless the value file names a size. */
    public static Decision<Gib> smallest(
            String id, Optional<Setting<Gib>> pinned, PlatformFacts facts, Problems problems) {
        Gib least = facts.shareMinimum().value();
        pinned.ifPresent(size -> check(size, new Gib(0), least, least, problems));
        return Decision.derived(id, least, shown(least))
                .from(facts.shareMinimum(), "least share")
                .by("the smallest that Azure Files has")
                .unless(pinned, ShareSize::shown);
    }

    private static void check(Setting<Gib> pinned, Gib files, Gib size, Gib least, Problems problems) {
        String what = "`" + pinned.path() + "` is " + shown(pinned.value());
        if (pinned.value().compareTo(least) < 0) {
            problems.add(
                    Code.SHARE_TOO_SMALL,
                    pinned.at(),
                    what + ", Azure Files has shares of " + least.digits(0) + " GiB at the least",
                    "write " + size.digits(0) + " or more");
        } else if (pinned.value().compareTo(files) < 0) {
            problems.add(
                    Code.SHARE_TOO_SMALL,
                    pinned.at(),
                    what + ", the models have " + files.digits(1) + " GiB of files",
                    "write " + size.digits(0) + ", which leaves room to change models");
        }
    }

    private static String shown(Gib size) {
        return size.digits(0) + " GiB";
    }
}
