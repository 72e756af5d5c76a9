package dev.berth.plan.start;

import dev.berth.catalog.Catalog;
import dev.berth.catalog.Fact;
import dev.berth.catalog.LlmModel;
import dev.berth.model.Gib;
import dev.berth.model.Range;
import dev.berth.model.Seconds;
import dev.berth.model.Throughput;
import dev.berth.plan.decision.Decision;
import java.util.List;

/** Derives how long it takes until the models lie on their share, when none of them does yet. */
final class ShareFill {

    private ShareFill() {}

    static Decision<Seconds> of(List<StartingGroup> groups, Decision<Throughput> share, Catalog catalog) {
        List<LlmModel> models =
                groups.stream().flatMap(group -> group.models().stream()).toList();
        Gib files = models.stream().map(LlmModel::weights).reduce(new Gib(0), Gib::plus);
        Fact<Range<Seconds>> image = catalog.platform().start().image();
        Fact<Range<Throughput>> registry = catalog.platform().start().registry();
        Throughput speed = registry.value().low().atMost(share.value());
        Seconds limit = image.value().high().plus(speed.toRead(files)).toMinutes();
        Decision.Draft<Seconds> draft = Decision.derived("timeouts.fill", limit, limit.toString());
        models.forEach(model -> draft.from(
                model.citation(), "weights of " + model.name(), model.weights().digits(2) + " GiB"));
        return draft.from(registry, "registry")
                .from(share)
                .from(image, "image")
                .by("image " + image.value().high() + " + all models " + files.digits(1) + " GiB / " + speed
                        + ", the least of registry " + registry.value().low() + " and share " + share.value()
                        + ", whole minutes");
    }
}
