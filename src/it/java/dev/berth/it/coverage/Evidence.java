package dev.berth.it.coverage;

import dev.berth.yaml.YamlNode.Mapping;

/** Where a claim of the architecture document is kept, or why it is not. */
sealed interface Evidence {

    /** @param address {@code <Kind>/<name>:<path>} in the rendered tree */
    record Value(String address, String is) implements Evidence {}

    /** @param holds a text in the file; any will do when empty */
    record InFile(String path, String holds) implements Evidence {}

    /** @param where {@code <Kind> in <namespace>} */
    record Objects(String where) implements Evidence {}

    /** @param where {@code <label>=<value> in <namespace>}, of pods */
    record Pods(String where) implements Evidence {}

    /** @param label {@code <label>=<value>} of a node pool */
    record Nodes(String label) implements Evidence {}

    /** @param text somewhere in the Bicep files */
    record InBicep(String text) implements Evidence {}

    /** @param name {@code Class.method}, or {@code Class.*} */
    record Tested(String name) implements Evidence {}

    record Correction(String instead, String because) implements Evidence {}

    /** The evidence that a row of the data file names. */
    static Evidence of(Mapping row) {
        if (row.get("object").isPresent()) {
            return new Value(row.textAt("object"), row.textAt("is"));
        }
        if (row.get("file").isPresent()) {
            return new InFile(row.textAt("file"), row.textAt("holds"));
        }
        if (row.get("objects").isPresent()) {
            return new Objects(row.textAt("objects"));
        }
        if (row.get("pods").isPresent()) {
            return new Pods(row.textAt("pods"));
        }
        if (row.get("nodes").isPresent()) {
            return new Nodes(row.textAt("nodes"));
        }
        if (row.get("bicep").isPresent()) {
            return new InBicep(row.textAt("bicep"));
        }
        if (row.get("test").isPresent()) {
            return new Tested(row.textAt("test"));
        }
        if (row.textAt("instead").isEmpty() || row.textAt("because").isEmpty()) {
            throw new IllegalStateException("a row without evidence: " + row.textAt("says"));
        }
        return new Correction(row.textAt("instead"), row.textAt("because"));
    }
}
