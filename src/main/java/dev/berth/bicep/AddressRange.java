package dev.berth.bicep;

import dev.berth.model.Cidr;
import dev.berth.source.Span;
import dev.berth.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A range of addresses among the parameters.
 *
 * @param what it is for, as messages call it
 */
record AddressRange(String what, Cidr cidr, Span at) {

    /** The range at a path; empty when there is none, or when it is no range. */
    static Optional<AddressRange> at(YamlNode node, String path, String what) {
        return node.scalarAt(path)
                .flatMap(scalar -> Cidr.parse(scalar.text()).map(cidr -> new AddressRange(what, cidr, scalar.span())));
    }

    /** The ranges that no two networks may share. */
    static List<AddressRange> apart(YamlNode parameters) {
        List<AddressRange> ranges = new ArrayList<>();
        for (YamlNode region : parameters.itemsAt("regions")) {
            at(region, "addresses.network", "the network of " + region.textAt("name"))
                    .ifPresent(ranges::add);
        }
        at(parameters, "cluster.podAddresses", "pods").ifPresent(ranges::add);
        at(parameters, "cluster.serviceAddresses", "Services").ifPresent(ranges::add);
        return ranges;
    }

    /** The subnets of a region. */
    static List<AddressRange> subnets(YamlNode region) {
        List<AddressRange> ranges = new ArrayList<>();
        for (String subnet : List.of("nodes", "postgres", "endpoints")) {
            at(region, "addresses." + subnet, subnet + " of " + region.textAt("name"))
                    .ifPresent(ranges::add);
        }
        return ranges;
    }
}
