package dev.berth.model;

import dev.berth.source.SourceFile;
import dev.berth.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * One environment as its value file describes it, defaults filled in.
 *
 * @param name the file's name without its ending
 * @param file the value file
 * @param groups in the order of the file
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
        Share share,
        Objectives objectives,
        Optional<Setting<Usd>> budget,
        WebUi webUi,
        GitOps gitOps,
        List<Waiver> waivers,
        String digest) {

    /** Whether a place lies in the environment's own value file, and not in what all share. */
    public boolean owns(Span place) {
        return place.file().path().equals(file.path());
    }
}
