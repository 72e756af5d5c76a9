package dev.berth.render.output;

import dev.berth.files.FileSet;
import dev.berth.files.RelPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rendered files and where the decisions landed in them. */
public record Rendered(FileSet files, Provenance provenance) {

    public static Rendered union(Collection<Rendered> parts) {
        List<FileSet> files = new ArrayList<>();
        TreeMap<RelPath, List<Provenance.Mark>> marks = new TreeMap<>();
        for (Rendered part : parts) {
            files.add(part.files);
            marks.putAll(part.provenance.marks());
        }
        return new Rendered(FileSet.union(files), new Provenance(Collections.unmodifiableSortedMap(marks)));
    }

    /** One file, rendered from one template. */
    public static Rendered file(RelPath path, String template, Map<String, Object> parameters) {
        MarkedOutput output = Templates.render(template, parameters);
        SortedMap<RelPath, List<Provenance.Mark>> marks = new TreeMap<>();
        if (!output.marks().isEmpty()) {
            marks.put(path, output.marks());
        }
        return new Rendered(FileSet.of(Map.of(path, output.text())), new Provenance(marks));
    }

    /** Files in which no decision landed. */
    public static Rendered withoutMarks(FileSet files) {
        return new Rendered(files, new Provenance(Collections.emptySortedMap()));
    }

    /** The text of a single file. */
    public String onlyText() {
        return files.files().values().iterator().next();
    }
}
