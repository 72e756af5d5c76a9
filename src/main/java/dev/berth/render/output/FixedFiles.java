package dev.berth.render.output;

import dev.berth.files.FileSet;
import dev.berth.files.RelPath;
import dev.berth.schema.Resource;
import dev.berth.source.Sha256;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Files that are the same in every environment: rendered and digested once, however many environments
 * there are.
 *
 * @param files text by path inside the chart
 * @param digest of all of them
 */
public record FixedFiles(SortedMap<String, String> files, String digest) {

    /** @param chart folder of the chart's templates below {@code src/main/jte} */
    public static FixedFiles of(String chart, List<String> names) {
        return of(names, name -> Templates.render(chart + "/" + name, Map.of()).text());
    }

    /**
     * Files that are taken as they are, which editors of their language can open.
     *
     * @param folder below {@code src/main/resources}
     */
    public static FixedFiles ofResources(String folder, List<String> names) {
        return of(names, name -> Resource.at(folder + "/" + name).text());
    }

    private static FixedFiles of(List<String> names, UnaryOperator<String> text) {
        SortedMap<String, String> files = new TreeMap<>();
        names.forEach(name -> files.put(name, text.apply(name)));
        return new FixedFiles(files, Sha256.of(String.valueOf(files)));
    }

    public FileSet in(RelPath chart) {
        SortedMap<RelPath, String> placed = new TreeMap<>();
        files.forEach((name, text) -> placed.put(chart.resolve(name), text));
        return FileSet.of(placed);
    }
}
