package dev.berth.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.model.Cidr;
import dev.berth.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One peer and one port of a rule of a NetworkPolicy: the least that can be taken away.
 *
 * @param peer empty where the rule is for everybody
 * @param port empty where it is for all ports
 */
record Allowance(YamlNode policy, String direction, Optional<YamlNode> peer, Optional<YamlNode> port) {

    private static final String SELECTED_NAMESPACE = "namespaceSelector.matchLabels";

    static List<Allowance> of(YamlNode policy, String direction) {
        List<Allowance> all = new ArrayList<>();
        onlyKeys(policy, "spec.podSelector", "matchLabels");
        for (YamlNode rule : policy.itemsAt("spec." + direction)) {
            List<YamlNode> peers = rule.itemsAt(direction.equals("ingress") ? "from" : "to");
            List<Optional<YamlNode>> ports = orAny(rule.itemsAt("ports"));
            for (Optional<YamlNode> port : ports) {
                port.ifPresent(
                        each -> assertThat(((YamlNode.Mapping) each).entries()).containsOnlyKeys("port", "protocol"));
                for (Optional<YamlNode> peer : orAny(peers)) {
                    peer.ifPresent(each -> onlyKeys(each, "podSelector", "matchLabels"));
                    peer.ifPresent(each -> onlyKeys(each, "namespaceSelector", "matchLabels"));
                    all.add(new Allowance(policy, direction, peer, port));
                }
            }
        }
        return all;
    }

    /** A list that is not there stands for all. */
    private static List<Optional<YamlNode>> orAny(List<YamlNode> list) {
        return list.isEmpty()
                ? List.of(Optional.empty())
                : list.stream().map(Optional::of).toList();
    }

    /** What is not understood here must not count as allowed. */
    private static void onlyKeys(YamlNode node, String path, String key) {
        assertThat(node.entriesAt(path).keySet()).as(path).isSubsetOf(key);
    }

    static boolean selects(YamlNode policy, Peer pods) {
        return policy.textAt("metadata.namespace").equals(pods.namespace())
                && pods.has(Peer.labels(policy, "spec.podSelector.matchLabels"));
    }

    boolean permits(Flow flow) {
        return selects(policy, flow.own(direction))
                && peer.map(each -> names(each, flow.other(direction))).orElse(true)
                && port.map(each -> opens(each, flow)).orElse(true);
    }

    private static boolean opens(YamlNode port, Flow flow) {
        String named = port.textAt("port");
        Integer number = flow.to().ports().get(named + "/" + flow.protocol());
        return port.textAt("protocol").equals(flow.protocol())
                && String.valueOf(flow.port()).equals(number == null ? named : number.toString());
    }

    private boolean names(YamlNode each, Peer other) {
        if (each.nodeAt("ipBlock").isPresent() || other.addresses().isPresent()) {
            // Cilium takes no pod for an address of a range.
            return other.addresses().filter(range -> lies(range, each)).isPresent();
        }
        boolean namespace = each.nodeAt("namespaceSelector").isPresent()
                ? Map.of("kubernetes.io/metadata.name", other.namespace())
                        .entrySet()
                        .containsAll(Peer.labels(each, SELECTED_NAMESPACE).entrySet())
                : policy.textAt("metadata.namespace").equals(other.namespace());
        return namespace && other.has(Peer.labels(each, "podSelector.matchLabels"));
    }

    private static boolean lies(Cidr range, YamlNode each) {
        return Cidr.parse(each.textAt("ipBlock.cidr"))
                        .filter(block -> block.contains(range))
                        .isPresent()
                && each.itemsAt("ipBlock.except").stream()
                        .flatMap(except -> Cidr.parse(((YamlNode.Scalar) except).text()).stream())
                        .noneMatch(range::overlaps);
    }

    @Override
    public String toString() {
        String who = peer.map(each -> each.textAt("ipBlock.cidr")
                        + String.join(
                                " ",
                                Peer.labels(each, "podSelector.matchLabels").values()))
                .map(text -> text.isEmpty() ? "all pods" : text)
                .orElse("everybody");
        String what = port.map(each -> each.textAt("port") + "/" + each.textAt("protocol"))
                .orElse("all ports");
        return policy.textAt("metadata.name") + " " + direction + ", " + who + ": " + what;
    }
}
