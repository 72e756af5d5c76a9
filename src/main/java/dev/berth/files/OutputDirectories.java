package dev.berth.files;

import java.util.List;

/** The directories that the generator owns, whole. */
public final class OutputDirectories {

    /** File that marks a directory as owned by the generator. */
    public static final String MARKER = ".berth.yaml";

    /** The line by which a marker is known. */
    public static final String MARKER_LINE = "tool: berth";

    /** Every folder below which environments have their directory. */
    public static final List<RelPath> PARENTS =
            List.of(new RelPath("bicep"), new RelPath("charts-out"), new RelPath("environments"));

    private OutputDirectories() {}

    /** Every directory of an environment. */
    public static List<RelPath> of(String environment) {
        return PARENTS.stream().map(parent -> parent.resolve(environment)).toList();
    }

    /** What Flux syncs, region by region. */
    public static RelPath environments(String environment) {
        return new RelPath("environments").resolve(environment);
    }

    /** Helm charts of an environment. */
    public static RelPath charts(String environment) {
        return new RelPath("charts-out").resolve(environment);
    }

    /** Bicep of an environment. */
    public static RelPath bicep(String environment) {
        return new RelPath("bicep").resolve(environment);
    }
}
