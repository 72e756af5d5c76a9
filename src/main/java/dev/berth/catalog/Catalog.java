package dev.berth.catalog;

import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that is known of the world, overrides of the user applied. */
public record Catalog(
        SortedMap<String, LlmModel> models,
        SortedMap<String, GpuSize> gpuSizes,
        SortedMap<String, VmSize> vmSizes,
        SortedMap<String, Workload> workloads,
        Prices prices,
        Speeds speeds,
        Profiles profiles,
        OllamaFacts ollama,
        OpenWebUiFacts openWebUi,
        PlatformFacts platform,
        UpstreamFacts upstream,
        AzureFacts azure) {

    /** A model by its name or one of its aliases. */
    public Optional<LlmModel> model(String nameOrAlias) {
        return Optional.ofNullable(models.get(nameOrAlias))
                .or(() -> models.values().stream()
                        .filter(model -> model.aliases().contains(nameOrAlias))
                        .findFirst());
    }

    /** The quotas that VM sizes count against, by their names in Azure. */
    public SortedSet<String> quotaFamilies() {
        return Stream.concat(
                        gpuSizes.values().stream().map(GpuSize::family),
                        vmSizes.values().stream().map(VmSize::family))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public Optional<GpuSize> gpuSize(String name) {
        return Optional.ofNullable(gpuSizes.get(name));
    }
}
