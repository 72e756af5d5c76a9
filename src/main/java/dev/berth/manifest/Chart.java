package dev.berth.manifest;

import dev.berth.files.FileSet;
import dev.berth.files.RelPath;
import java.util.List;

/**
 * A rendered Helm chart.
 *
 * @param directory such as {@code charts-out/prod/ollama}
 * @param files the chart's files by their paths in the project
 */
public record Chart(RelPath directory, FileSet files) {

    /** Every chart among the files. */
    public static List<Chart> in(FileSet files) {
        return files.files().keySet().stream()
                .filter(path -> path.value().endsWith("/Chart.yaml"))
                .map(path -> new RelPath(path.value().replace("/Chart.yaml", "")))
                .map(directory -> new Chart(directory, files.in(directory)))
                .toList();
    }

    /** {@code ollama}; also the name of its release. */
    public String name() {
        return directory.value().substring(directory.value().lastIndexOf('/') + 1);
    }

    /** {@code templates/service.yaml}. */
    String pathInside(RelPath path) {
        return path.value().substring(directory.value().length() + 1);
    }
}
