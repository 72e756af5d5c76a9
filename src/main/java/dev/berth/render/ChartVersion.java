package dev.berth.render;

import dev.berth.files.FileSet;
import dev.berth.source.Sha256;
import java.util.stream.Collectors;

/**
 * The version of a chart, which follows its content: a chart that says the same keeps its version, so that Flux
 * upgrades nothing when only another environment, or a comment, changed.
 */
final class ChartVersion {

    /** Stands in Chart.yaml while the content is digested. */
    static final String PLACEHOLDER = "1.0.0";

    private ChartVersion() {}

    /** {@code 1.0.0+<12 hex>} over all bytes but full-line comments of values.yaml. */
    static String of(FileSet chart) {
        StringBuilder content = new StringBuilder();
        chart.files().forEach((path, text) -> {
            String counted = path.value().endsWith("/values.yaml") ? withoutComments(text) : text;
            content.append(path).append('\0').append(counted).append('\0');
        });
        return PLACEHOLDER + "+" + Sha256.of(content.toString()).substring(0, 12);
    }

    private static String withoutComments(String text) {
        return text.lines().filter(line -> !line.strip().startsWith("#")).collect(Collectors.joining("\n"));
    }
}
