package dev.berth.manifest;

/**
 * What makes a Kubernetes object the same object.
 *
 * @param namespace empty for objects of the cluster
 */
public record ObjectId(String apiVersion, String kind, String namespace, String name) {

    /** {@code StatefulSet/ollama}, the form of addresses. */
    public String kindAndName() {
        return kind + "/" + name;
    }

    @Override
    public String toString() {
        return kindAndName() + (namespace.isEmpty() ? "" : " in " + namespace);
    }
}
