package dev.berth.model;

import dev.berth.source.SourceFile;
import dev.berth.source.Span;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One environment as its value file describes it, defaults filled in.
 *
 * @param name the file's name without its ending
 * @param file the value file
 * @param groups in the order of the file
 * @param routing who chooses the replica that answers a request
 * @param share that holds the model files
 * @param budget what the environment may cost in a month
 * @param digest of the effective values: comments and layout do not change it
 */
public record Environment(
        String name,
        SourceFile file,
        Azure azure,
        List<ModelRequest> models,
        CpuPools cpuPools,
        List<GpuPool> gpuPools,
        List<Group> groups,
        Setting<Routing> routing,
        Share share,
        Objectives objectives,
        Optional<Setting<Usd>> budget,
        WebUi webUi,
        GitOps gitOps,
        List<Waiver> waivers,
        String digest) {

    /** The same environment asked for so many times as much. */
    public Environment withDemand(double factor) {
        return with(models.stream().map(model -> model.withDemand(factor)).toList(), gpuPools, groups, budget, waivers);
    }

    /** The same environment with other groups. */
    public Environment withGroups(List<Group> others) {
        return with(models, gpuPools, others, budget, waivers);
    }

    /** The same environment with other GPU pools. */
    public Environment withGpuPools(List<GpuPool> others) {
        return with(models, others, groups, budget, waivers);
    }

    /** The same environment with another budget. */
    public Environment withBudget(Setting<Usd> other) {
        return with(models, gpuPools, groups, Optional.of(other), waivers);
    }

    /** The same environment with nothing accepted. */
    public Environment withoutWaivers() {
        return with(models, gpuPools, groups, budget, List.of());
    }

    /** The same environment without the waivers at some places. */
    public Environment withoutWaiversAt(Collection<Span> places) {
        List<Waiver> others = waivers.stream()
                .filter(waiver -> !places.contains(waiver.code().at()))
                .toList();
        return with(models, gpuPools, groups, budget, others);
    }

    /** The same environment without a budget. */
    public Environment withoutBudget() {
        return with(models, gpuPools, groups, Optional.empty(), waivers);
    }

    private Environment with(
            List<ModelRequest> models,
            List<GpuPool> gpuPools,
            List<Group> groups,
            Optional<Setting<Usd>> budget,
            List<Waiver> waivers) {
        return new Environment(
                name,
                file,
                azure,
                models,
                cpuPools,
                gpuPools,
                groups,
                routing,
                share,
                objectives,
                budget,
                webUi,
                gitOps,
                waivers,
                digest);
    }

    /** Whether some group has this engine. */
    public boolean isScaledBy(Engine engine) {
        return groups.stream().anyMatch(group -> group.engine().value() == engine);
    }

    /** Whether a group that a HorizontalPodAutoscaler scales has models which are kept by schedule. */
    public boolean hasClock() {
        return groups.stream()
                .filter(group -> group.engine().value() == Engine.HPA)
                .anyMatch(group -> models.stream()
                        .anyMatch(model -> !model.windows().isEmpty()
                                && model.group().value().equals(group.name())));
    }

    /** Names of the queues whose messages scale groups. */
    public List<String> queues() {
        return groups.stream()
                .flatMap(group -> group.queue().stream())
                .map(queue -> queue.name().value())
                .toList();
    }

    /** Whether a place lies in the environment's own value file, and not in what all share. */
    public boolean owns(Span place) {
        return place.file().path().equals(file.path());
    }
}
