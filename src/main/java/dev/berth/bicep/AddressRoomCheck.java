package dev.berth.bicep;

import dev.berth.source.Code;
import dev.berth.source.Problems;
import dev.berth.yaml.YamlNode;

/** Ranges of addresses hold what has to live in them when every pool is at its largest. */
final class AddressRoomCheck implements ParameterCheck {

    /** Azure keeps five addresses of each subnet. */
    private static final int KEPT = 5;

    /** AKS gives each node a /24 for its pods. */
    private static final int PODS_OF_A_NODE = 24;

    /** AKS takes no wider range for Services. */
    private static final int WIDEST_SERVICES = 13;

    private static final int LARGEST_PREFIX = 28;

    @Override
    public void check(YamlNode parameters, Problems problems) {
        int nodes = nodes(parameters);
        for (YamlNode region : parameters.itemsAt("regions")) {
            AddressRange.at(region, "addresses.nodes", "nodes")
                    .filter(range -> range.cidr().size() - KEPT < nodes)
                    .ifPresent(range -> tooFew(range, "has room for fewer than " + nodes + " nodes", problems));
            AddressRange.subnets(region).stream()
                    .filter(range -> range.cidr().prefix() > LARGEST_PREFIX)
                    .forEach(range -> tooFew(range, "is smaller than a /" + LARGEST_PREFIX, problems));
        }
        AddressRange.at(parameters, "cluster.podAddresses", "pods")
                .filter(range -> range.cidr().size() >> (32 - PODS_OF_A_NODE) < nodes)
                .ifPresent(range ->
                        tooFew(range, "has fewer than " + nodes + " times a /24, which each node takes", problems));
        AddressRange.at(parameters, "cluster.serviceAddresses", "Services")
                .filter(range ->
                        range.cidr().prefix() < WIDEST_SERVICES || range.cidr().prefix() > LARGEST_PREFIX)
                .ifPresent(range ->
                        tooFew(range, "is not between a /" + LARGEST_PREFIX + " and a /" + WIDEST_SERVICES, problems));
    }

    /** The most nodes of all pools, and one more of each while it is upgraded. */
    private static int nodes(YamlNode parameters) {
        int nodes = ParameterCheck.number(parameters, "systemPool.nodes").orElse(0) + 1;
        for (YamlNode pool : parameters.itemsAt("pools")) {
            nodes += ParameterCheck.number(pool, "maxNodes").orElse(0) + 1;
        }
        return nodes;
    }

    private static void tooFew(AddressRange range, String why, Problems problems) {
        problems.add(
                Code.ADDRESSES_TOO_FEW,
                range.at(),
                "`" + range.cidr() + "` of " + range.what() + " " + why,
                "give the pools fewer nodes");
    }
}
