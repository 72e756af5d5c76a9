package dev.berth.charts;

import dev.berth.model.Cidr;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Scalar;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who talks on the network: the pods of a workload, or addresses outside the cluster.
 *
 * @param ports of pods in their own words, {@code http/TCP}, and their numbers
 */
record Peer(
        String name,
        String namespace,
        Map<String, String> labels,
        Map<String, Integer> ports,
        Optional<Cidr> addresses) {

    static Peer pods(String name, String namespace, Map<String, String> labels, Map<String, Integer> ports) {
        return new Peer(name, namespace, labels, ports, Optional.empty());
    }

    static Peer outside(String name, Cidr addresses) {
        return new Peer(name, "", Map.of(), Map.of(), Optional.of(addresses));
    }

    boolean has(Map<String, String> wanted) {
        return labels.entrySet().containsAll(wanted.entrySet());
    }

    static Map<String, String> labels(YamlNode node, String path) {
        Map<String, String> labels = new TreeMap<>();
        node.entriesAt(path).forEach((name, entry) -> labels.put(name, ((Scalar) entry.value()).text()));
        return labels;
    }
}
