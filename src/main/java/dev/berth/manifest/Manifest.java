package dev.berth.manifest;

import dev.berth.source.SourceFile;
import dev.berth.yaml.YamlNode.Mapping;

/**
 * One Kubernetes object of a region.
 *
 * @param region the region whose cluster gets it
 * @param template the rendered file that produced it, as a path of the project
 * @param text the object as YAML
 * @param tree the same, parsed; its places lie in {@link #text}
 */
public record Manifest(String region, ObjectId id, String template, SourceFile text, Mapping tree) {

    static Manifest of(String region, String template, SourceFile text, Mapping tree) {
        ObjectId id = new ObjectId(
                tree.textAt("apiVersion"),
                tree.textAt("kind"),
                tree.textAt("metadata.namespace"),
                tree.textAt("metadata.name"));
        return new Manifest(region, id, template, text, tree);
    }

    Manifest in(String otherRegion) {
        return new Manifest(otherRegion, id, template, text, tree);
    }
}
