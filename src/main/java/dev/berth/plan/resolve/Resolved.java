package dev.berth.plan.resolve;

import dev.berth.catalog.GpuSize;
import dev.berth.catalog.LlmModel;
import dev.berth.catalog.OllamaFacts;
import dev.berth.model.Engine;
import dev.berth.model.Gib;
import dev.berth.model.GpuPool;
import dev.berth.model.Group;
import dev.berth.model.ModelRequest;
import dev.berth.model.Range;
import dev.berth.model.Setting;
import dev.berth.model.Sharing;
import dev.berth.model.Signal;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.placement.HomeSet;
import dev.berth.plan.placement.ModelMemory;
import dev.berth.plan.schedule.OpenTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The environment with every name replaced by what it names. */
public record Resolved(List<ServingGroup> groups, List<Pool> pools) {

    public record Pool(GpuPool pool, GpuSize size) {
        public String name() {
            return pool.name().value();
        }

        /** How many replicas share one GPU, where they do. */
        public Optional<Setting<Integer>> slices() {
            return Optional.of(pool.sharing())
                    .filter(setting -> !setting.value().isExclusive())
                    .map(setting -> setting.map(Sharing::replicasPerGpu));
        }

        private int replicasPerGpu() {
            return pool.sharing().value().replicasPerGpu();
        }

        public int replicasPerNode() {
            return size.gpus() * replicasPerGpu();
        }

        /** A replica's part of the memory of a GPU: nothing but this keeps replicas from each other's. */
        public Range<Gib> usable() {
            return part(size.gpu().usable());
        }

        /** Used + free of a replica, as its metrics show it. */
        public Range<Gib> shown() {
            return part(size.gpu().dcgm());
        }

        private Range<Gib> part(Range<Gib> gpu) {
            return slices().isEmpty() ? gpu : gpu.map(end -> end.times(1.0 / replicasPerGpu()));
        }

        /** What a replica can count on. */
        public Decision<Gib> replicaMemory() {
            Gib gpu = size.gpu().usable().low();
            Gib part = usable().low();
            Decision.Draft<Gib> draft = Decision.derived("pool." + name() + ".replicaMemory", part, part.toString())
                    .from(size.gpu().citation(), "usable memory, low", gpu);
            slices().ifPresent(draft::from);
            return draft.by("usable memory of a GPU, low, " + gpu.digits(1)
                    + slices().map(number -> " / time slices " + number.value()).orElse(""));
        }

        /** What a number of replicas is divided by, for formulas: {@code (GPUs of a node 1 x time slices 2)}. */
        public String divisor() {
            String gpus = "GPUs of a node " + size.gpus();
            return slices().isEmpty() ? gpus : "(" + gpus + " x time slices " + replicasPerGpu() + ")";
        }
    }

    public record Model(ModelRequest request, LlmModel model, Group group) {

        /** As it would take GPU memory here, whatever its context and slots. */
        public ModelMemory memory(OllamaFacts ollama) {
            return new ModelMemory(model, ollama, group.kvCache().value());
        }
    }

    public record ServingGroup(Group group, Pool pool, List<Model> models) {

        /** When one of the models kept by schedule is kept that have a home there. */
        public OpenTime openTime(HomeSet set) {
            return openTime(models.stream()
                    .filter(model -> set.homes().stream()
                            .anyMatch(home -> home.name().equals(model.model().name())))
                    .map(Model::request)
                    .toList());
        }

        /** When one of the models kept by schedule is kept, by the clock of the first window's zone. */
        public OpenTime openTime() {
            return openTime(models.stream().map(Model::request).toList());
        }

        private OpenTime openTime(List<ModelRequest> requests) {
            String zone = models.stream()
                    .flatMap(model -> model.request().windows().stream())
                    .map(window -> window.zone().value())
                    .findFirst()
                    .orElse("UTC");
            return OpenTime.of(
                    zone,
                    requests.stream()
                            .flatMap(request -> request.windows().stream())
                            .toList());
        }

        /** Whether its scaler starts a first replica when there is work: KEDA does. */
        public boolean canRunWithoutReplicas() {
            return group.engine().value() == Engine.KEDA && !starters().isEmpty();
        }

        /** What work shows itself by while no replica runs: requests at the router, messages in the queue. */
        public List<String> starters() {
            List<String> starters = new ArrayList<>();
            if (group.signals().stream().anyMatch(read -> read.value() == Signal.SLOTS)) {
                starters.add("request");
            }
            group.queue().ifPresent(queue -> starters.add("message"));
            return List.copyOf(starters);
        }
    }
}
