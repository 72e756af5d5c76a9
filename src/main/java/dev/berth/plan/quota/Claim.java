package dev.berth.plan.quota;

import dev.berth.catalog.Citation;
import dev.berth.plan.decision.Decision;
import java.util.List;

/**
 * What a pool of an environment takes of its region when it is at its largest.
 *
 * @param quotas that its nodes count against, by their names in Azure
 * @param nodes the most that it can have
 * @param vcpus of one node
 * @param surge nodes that an upgrade adds for a while
 * @param size where the vCPUs of a node are from
 */
public record Claim(
        String environment,
        String region,
        String pool,
        List<String> quotas,
        Decision<Integer> nodes,
        int vcpus,
        int surge,
        Citation size) {

    int most() {
        return nodes.value() * vcpus;
    }

    int surgeVcpus() {
        return surge * vcpus;
    }

    boolean isOn(String place, String quota) {
        return region.equals(place) && quotas.contains(quota);
    }

    /** {@code prod/gpu 5 x 4}. */
    String term() {
        return environment + "/" + pool + " " + nodes.value() + " x " + vcpus;
    }

    /** As a decision of the given environment; the reasons of another one stand in its own plan. */
    Decision<Integer> in(String viewer) {
        Decision.Draft<Integer> draft = Decision.derived(
                        "environment." + environment + ".pool." + pool + ".vcpus", most(), most() + " vCPUs")
                .from(size, "vCPUs of a node", vcpus);
        String formula = nodes.value() + " nodes x " + vcpus + " vCPUs";
        return viewer.equals(environment)
                ? draft.from(nodes).by(formula)
                : draft.by(formula + ": `berth explain " + environment + " plan:" + nodes.id() + "` tells why");
    }
}
