package dev.berth.catalog;

/**
 * A chart of others at the version that is installed.
 *
 * @param repository where Flux finds it
 */
public record UpstreamChart(String name, String version, Repository repository, Citation citation) {

    /** A Helm repository, by the name of its object. */
    public record Repository(String name, String url) {}
}
