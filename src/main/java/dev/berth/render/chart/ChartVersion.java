package dev.berth.render.chart;

import dev.berth.render.output.FixedFiles;
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

    /**
     * {@code 1.0.0+<12 hex>} over all bytes of the chart but full-line comments of values.yaml.
     *
     * @param chartFile Chart.yaml with the placeholder as version
     */
    static String of(FixedFiles fixed, String chartFile, String values) {
        String content = fixed.digest() + '\0' + chartFile + '\0' + withoutComments(values);
        return PLACEHOLDER + "+" + Sha256.of(content).substring(0, 12);
    }

    private static String withoutComments(String text) {
        return text.lines().filter(line -> !line.strip().startsWith("#")).collect(Collectors.joining("\n"));
    }
}
