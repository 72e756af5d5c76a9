package dev.berth.bicep;

import dev.berth.catalog.AzureFacts;
import dev.berth.model.Cidr;
import dev.berth.source.Code;
import dev.berth.source.Defect;
import dev.berth.source.Problems;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.stream.Stream;

/** Ranges of addresses can be read, lie where they belong, and do not overlap. */
record AddressCheck(AzureFacts facts) implements ParameterCheck {

    @Override
    public void check(YamlNode parameters, Problems problems) {
        Stream.of("cluster.podAddresses", "cluster.serviceAddresses")
                .forEach(path -> readable(parameters, path, problems));
        parameters.itemsAt("cluster.apiServer.ranges").forEach(range -> readable(range, problems));
        List<AddressRange> apart = AddressRange.apart(parameters);
        disjoint(apart, problems);
        apart.forEach(range -> free(range, problems));
        for (YamlNode region : parameters.itemsAt("regions")) {
            region.entriesAt("addresses").keySet().forEach(name -> readable(region, "addresses." + name, problems));
            disjoint(AddressRange.subnets(region), problems);
            AddressRange.at(region, "addresses.network", "the network")
                    .ifPresent(network ->
                            AddressRange.subnets(region).forEach(subnet -> inside(network, subnet, problems)));
        }
        AddressRange.at(parameters, "cluster.serviceAddresses", "Services")
                .ifPresent(services -> dns(parameters, services, problems));
    }

    private static void readable(YamlNode node, String path, Problems problems) {
        node.scalarAt(path).ifPresent(range -> readable(range, problems));
    }

    private static void readable(YamlNode node, Problems problems) {
        if (node instanceof Scalar range && Cidr.parse(range.text()).isEmpty()) {
            problems.add(
                    Code.ADDRESSES_UNREADABLE,
                    range.span(),
                    "`" + range.text() + "` is no range of addresses such as `10.64.0.0/16`",
                    "a range begins where one of its length can; what no value file names is a defect of Berth");
        }
    }

    private static void disjoint(List<AddressRange> ranges, Problems problems) {
        for (int i = 0; i < ranges.size(); i++) {
            for (AddressRange earlier : ranges.subList(0, i)) {
                if (earlier.cidr().overlaps(ranges.get(i).cidr())) {
                    overlap(ranges.get(i), "overlaps " + earlier.cidr() + " of " + earlier.what(), problems);
                }
            }
        }
    }

    private void free(AddressRange range, Problems problems) {
        facts.reservedAddresses().value().stream()
                .filter(reserved -> reserved.overlaps(range.cidr()))
                .forEach(reserved -> overlap(range, "overlaps " + reserved + ", which AKS uses itself", problems));
    }

    private static void inside(AddressRange network, AddressRange subnet, Problems problems) {
        if (!network.cidr().contains(subnet.cidr())) {
            overlap(subnet, "lies outside its network " + network.cidr(), problems);
        }
    }

    private static void dns(YamlNode parameters, AddressRange services, Problems problems) {
        parameters.scalarAt("cluster.dnsAddress").ifPresent(dns -> {
            boolean inside = Cidr.parse(dns.text() + "/32")
                    .filter(address -> services.cidr().contains(address)
                            && address.first() > services.cidr().first() + 1)
                    .isPresent();
            if (!inside) {
                overlap(dns, services, problems);
            }
        });
    }

    private static void overlap(Scalar dns, AddressRange services, Problems problems) {
        problems.add(
                Code.ADDRESSES_OVERLAP,
                dns.span(),
                "`" + dns.text() + "` is none of the Service addresses " + services.cidr() + " that are free for DNS",
                Defect.IN_PARAMETERS);
    }

    private static void overlap(AddressRange range, String how, Problems problems) {
        problems.add(
                Code.ADDRESSES_OVERLAP,
                range.at(),
                "`" + range.cidr() + "` of " + range.what() + " " + how,
                Defect.hint("networks could not reach each other"));
    }
}
