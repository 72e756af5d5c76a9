package dev.berth.plan.demand;

import dev.berth.catalog.Catalog;
import dev.berth.catalog.LlmModel;
import dev.berth.load.CatalogLoader;
import dev.berth.model.Basis;
import dev.berth.model.Environment;
import dev.berth.model.Setting;
import dev.berth.model.Sharing;
import dev.berth.plan.Plans;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.demand.Demands.Asked;
import dev.berth.plan.schedule.OpenTime;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import dev.berth.yaml.YamlPath;
import java.nio.file.Path;
import java.util.List;

/** Models of a value file and what is asked of them, for tests. */
final class Served {

    static final Catalog CATALOG = Plans.catalog();

    private Served() {}

    static List<ServedModel> models(String... models) {
        return models(Plans.of(Plans.serving(models)).environment());
    }

    static List<ServedModel> models(Environment environment) {
        return environment.models().stream()
                .map(request -> new ServedModel(
                        request, CATALOG.model(request.name().value()).orElseThrow()))
                .toList();
    }

    /** A model that makes embeddings; the built-in catalogue has none. */
    static LlmModel embedding() {
        Path project = Path.of("src/test/resources/cases/single-slot-and-embedding");
        return ((Result.Ok<CatalogLoader.Loaded>) CatalogLoader.load(project))
                .value()
                .catalog()
                .model("embed")
                .orElseThrow();
    }

    static <T> Setting<T> setting(T value) {
        return new Setting<>(
                value, YamlPath.ROOT.key("test"), SourceFile.unread("test").start(), Basis.PINNED);
    }

    static ServiceTime service(ServedModel served, String gpu, int slots, int replicasPerGpu) {
        return new ServiceTime(
                served.name(),
                ModelSpeed.of(served.model(), gpu, CATALOG.speeds()),
                Decision.of("slots", setting(slots), slots + " slots"),
                setting(new Sharing(replicasPerGpu)),
                CATALOG.speeds().formula());
    }

    /** From 8 to 18 on working days. */
    static OpenTime office() {
        String window = "{ start: \"08:00\", end: \"18:00\", zone: UTC, days: [mon, tue, wed, thu, fri] }";
        return OpenTime.of(
                "UTC",
                models("name: phi3.5, keep: schedule, windows: [" + window + "]")
                        .get(0)
                        .request()
                        .windows());
    }

    static WebUiTasks tasks(List<ServedModel> models) {
        return WebUiTasks.of(models, CATALOG.openWebUi().backgroundCalls());
    }

    /** What is asked of models on a T4 with so many slots. */
    static List<ModelDemand> demands(List<ServedModel> models, int slots) {
        return new Demands(tasks(models), CATALOG.profiles(), CATALOG.platform().hoursPerMonth(), 1)
                .of(models.stream()
                        .map(served -> new Asked(served, service(served, "T4", slots, 1)))
                        .toList());
    }
}
