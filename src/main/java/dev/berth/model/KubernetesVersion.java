package dev.berth.model;

/**
 * A version of Kubernetes and the ways to write it.
 *
 * @param minor such as {@code 1.35}
 */
public record KubernetesVersion(String minor) {

    /** The first release of it: {@code 1.35.0}. */
    public String firstRelease() {
        return minor + ".0";
    }

    /** It and all later ones, with Azure's suffixes, as a chart asks for them: {@code >=1.35.0-0}. */
    public String orLater() {
        return ">=" + firstRelease() + "-0";
    }

    /** As a label of pod security names it: {@code v1.35}. */
    public String label() {
        return "v" + minor;
    }

    @Override
    public String toString() {
        return minor;
    }
}
