package dev.berth.charts;

import dev.berth.yaml.YamlNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The network policies of an environment, of all its namespaces. */
record Policies(List<YamlNode> all, List<Allowance> allowances) {

    private static final List<String> DIRECTIONS = List.of("ingress", "egress");

    static Policies of(Objects objects) {
        List<YamlNode> all = objects.ofKind("NetworkPolicy").stream()
                .<YamlNode>map(manifest -> manifest.tree())
                .toList();
        Stream<Allowance> allowances = all.stream()
                .flatMap(policy -> DIRECTIONS.stream().flatMap(direction -> Allowance.of(policy, direction).stream()));
        return new Policies(all, allowances.toList());
    }

    /** Parts of rules without which everybody still reaches whom they ask, and those that do not say a port. */
    List<String> unneeded(String namespace, Set<Flow> flows) {
        return allowances.stream()
                .filter(each -> each.policy().textAt("metadata.namespace").equals(namespace))
                .filter(each -> each.port().isEmpty() || flows.stream().allMatch(without(each)::let))
                .map(Allowance::toString)
                .toList();
    }

    private Policies without(Allowance one) {
        return new Policies(
                all, allowances.stream().filter(other -> other != one).toList());
    }

    /** Both ends have a say; an end that no policy selects for the direction is open. */
    boolean let(Flow flow) {
        return DIRECTIONS.stream()
                .allMatch(direction -> all.stream().noneMatch(policy -> closes(policy, direction, flow.own(direction)))
                        || allowances.stream()
                                .anyMatch(each -> each.direction().equals(direction) && each.permits(flow)));
    }

    private static boolean closes(YamlNode policy, String direction, Peer pods) {
        return Allowance.selects(policy, pods)
                && policy.itemsAt("spec.policyTypes").stream()
                        .anyMatch(type -> ((YamlNode.Scalar) type).text().equalsIgnoreCase(direction));
    }
}
