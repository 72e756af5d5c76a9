package dev.berth.cli.report;

import dev.berth.cli.report.Section.Fact;
import dev.berth.cli.report.Section.Facts;
import dev.berth.plan.Plan;
import dev.berth.plan.group.GroupPlan;
import dev.berth.plan.placement.HomeSet;
import dev.berth.plan.placement.Tenant;
import dev.berth.plan.routing.Route;
import dev.berth.plan.routing.RouterPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The router: which replicas a model is asked from, the best first, and how many requests may be there. */
final class RouterSection {

    private final Plan plan;
    private final RouterPlan router;

    RouterSection(Plan plan, RouterPlan router) {
        this.plan = plan;
        this.router = router;
    }

    Section section() {
        Map<String, List<String>> models = router.routes().all().stream()
                .collect(Collectors.groupingBy(
                        this::order,
                        LinkedHashMap::new,
                        Collectors.mapping(route -> route.model().name(), Collectors.toList())));
        List<Fact> facts = new ArrayList<>();
        models.forEach((order, names) -> facts.add(new Fact(order, String.join(", ", names))));
        facts.add(new Fact(
                "requests",
                router.requests().value() + " of one model: "
                        + router.requests().formula() + "; further ones get 503"));
        return new Facts(
                "Router",
                router.facts().replicas().value() + " of "
                        + router.facts().cpuRequest().value() + " CPU and "
                        + router.memory().shown() + " for "
                        + router.connections().shown()
                        + ", of which the first does the work",
                facts,
                List.of());
    }

    /** {@code home 1, then beside homes 0, then overflow 2-4}; with more than one group, of which one. */
    private String order(Route route) {
        String group = plan.groups().size() == 1 ? "" : route.group() + ": ";
        return group + replicas(route);
    }

    private String replicas(Route route) {
        GroupPlan group = plan.groups().stream()
                .filter(candidate -> candidate.name().equals(route.group()))
                .findFirst()
                .orElseThrow();
        List<String> parts = new ArrayList<>();
        add(parts, "home ", those(route, group, HomeSet::homes));
        add(parts, "beside homes ", those(route, group, HomeSet::guests));
        add(
                parts,
                "overflow ",
                route.ordinals().stream()
                        .filter(ordinal -> ordinal >= group.homes().size())
                        .toList());
        return String.join(", then ", parts);
    }

    private static List<Integer> those(Route route, GroupPlan group, Function<HomeSet, List<Tenant>> part) {
        return route.ordinals().stream()
                .filter(ordinal -> ordinal < group.homes().size())
                .filter(ordinal -> part.apply(group.homes().get(ordinal)).stream()
                        .anyMatch(tenant -> tenant.name().equals(route.model().name())))
                .toList();
    }

    private static void add(List<String> parts, String words, List<Integer> ordinals) {
        if (!ordinals.isEmpty()) {
            parts.add(words + inOrder(ordinals));
        }
    }

    /** {@code 3-5, 2}: in their order, those that follow one another together. */
    private static String inOrder(List<Integer> ordinals) {
        List<String> runs = new ArrayList<>();
        for (int at = 0; at < ordinals.size(); at++) {
            int first = ordinals.get(at);
            int last = first;
            while (at + 1 < ordinals.size() && ordinals.get(at + 1) == last + 1) {
                at++;
                last++;
            }
            runs.add(first == last ? String.valueOf(first) : first + "-" + last);
        }
        return String.join(", ", runs);
    }
}
