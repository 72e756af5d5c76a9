package dev.berth.render.output;

import dev.berth.files.RelPath;
import java.util.List;
import java.util.SortedMap;

/** Where the decisions of a plan landed: for each rendered file, the places of its explained values. */
public record Provenance(SortedMap<RelPath, List<Mark>> marks) {

    /**
     * An explained value in a rendered text.
     *
     * @param line from 1
     * @param column of the value's first character, from 1
     * @param decision id of the decision
     */
    public record Mark(int line, int column, String decision) {}
}
