package dev.berth.render;

import dev.berth.files.FileSet;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.Manifests;
import dev.berth.source.Result;
import java.util.List;
import java.util.stream.Collectors;

/** The Jobs of an environment, as text. */
public final class Jobs {

    private Jobs() {}

    public static String of(FileSet files) {
        return ((Result.Ok<List<Manifest>>) Manifests.of(files, "1.35"))
                .value().stream()
                        .filter(manifest -> manifest.id().kind().equals("Job"))
                        .map(manifest -> manifest.text().text())
                        .collect(Collectors.joining("---\n"));
    }
}
