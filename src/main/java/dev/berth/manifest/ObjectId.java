package dev.berth.manifest;

/**
 * What makes a Kubernetes object the same object.
 *
 * @param namespace empty for objects of the cluster
 */
public record ObjectId(String apiVersion, String kind, String namespace, String name) {

    /** {@code apps} of {@code apps/v1}; empty for the kinds of the core. */
    public String group() {
        return apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
    }

    /** {@code v1} of {@code apps/v1}. */
    public String version() {
        return apiVersion.substring(apiVersion.indexOf('/') + 1);
    }

    /** {@code StatefulSet/ollama}, the form of addresses. */
    public String kindAndName() {
        return kind + "/" + name;
    }

    @Override
    public String toString() {
        return kindAndName() + (namespace.isEmpty() ? "" : " in " + namespace);
    }
}
