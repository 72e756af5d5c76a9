package dev.berth.plan;

import dev.berth.catalog.PlatformFacts.Share;
import dev.berth.model.Environment;
import dev.berth.model.Gib;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import java.util.List;

/** Derives the size of the share that holds the model files. */
final class ShareSize {

    private static final String ID = "share.size";

    private ShareSize() {}

    static Decision<Gib> of(Environment environment, List<ModelPlan> models, Share facts, Problems problems) {
        Gib files = models.stream().map(model -> model.model().weights()).reduce(new Gib(0), Gib::plus);
        Gib size = size(files, facts);
        Decision.Draft<Gib> draft = Decision.derived(ID, size, shown(size));
        models.forEach(model -> draft.from(
                model.model().citation(), "weights", model.model().weights().digits(2) + " GiB"));
        Decision<Gib> derived = draft.from(facts.citation(), "least share", facts.minimum())
                .by("model files " + files.digits(1) + " x " + new Gib(facts.headroomFactor()).digits(0)
                        + " for changes, at least " + facts.minimum().digits(0));
        environment
                .shareSize()
                .filter(pinned -> pinned.value().compareTo(files) < 0)
                .ifPresent(pinned -> problems.add(
                        Code.SHARE_TOO_SMALL,
                        pinned.at(),
                        "`" + pinned.path() + "` is " + shown(pinned.value()) + ", the models have " + files.digits(1)
                                + " GiB of files",
                        "write " + size.digits(0) + ", which leaves room to change models"));
        return derived.unless(environment.shareSize(), ShareSize::shown);
    }

    private static String shown(Gib size) {
        return size.digits(0) + " GiB";
    }

    private static Gib size(Gib files, Share facts) {
        return new Gib(Math.ceil(Math.max(
                facts.minimum().amount(), files.times(facts.headroomFactor()).amount())));
    }
}
