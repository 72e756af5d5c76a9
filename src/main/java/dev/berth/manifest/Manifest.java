package dev.berth.manifest;

import dev.berth.source.SourceFile;
import dev.berth.yaml.YamlNode.Mapping;

/**
 * One Kubernetes object of an environment.
 *
 * @param template the chart file that produced it, as a path of the project
 * @param text the object as YAML
 * @param tree the same, parsed; its places lie in {@link #text}
 */
public record Manifest(ObjectId id, String template, SourceFile text, Mapping tree) {}
