package dev.berth.plan.routing;

import dev.berth.catalog.RouterFacts;
import dev.berth.catalog.Workload;
import dev.berth.catalog.Workload.RunsOn;
import dev.berth.model.Gib;
import dev.berth.plan.decision.Decision;
import java.util.List;
import java.util.Optional;

/**
 * The router in front of the models.
 *
 * @param requests of one model, in work and waiting, beyond which further ones are turned away
 * @param connections that one of its replicas accepts
 * @param memory of one of its replicas
 */
public record RouterPlan(
        RouterFacts facts,
        Routes routes,
        Decision<Integer> requests,
        Decision<Integer> connections,
        Decision<Gib> memory) {

    private static final int KIB_IN_GIB = 1024 * 1024;

    /** Of 64 MiB. */
    private static final int STEPS_IN_GIB = 16;

    public static RouterPlan of(List<RoutedGroup> groups, RouterFacts facts) {
        Routes routes = Routes.of(groups);
        int most = routes.all().stream().mapToInt(Route::mostAtOnce).max().orElse(0);
        int waiting = facts.waiting().value();
        Decision<Integer> requests = Decision.derived("router.requests", most + waiting, most + waiting + " requests")
                .from(facts.waiting(), "requests of a model that may wait")
                .fromAll(groups.stream().map(RoutedGroup::maxReplicas).toList())
                .fromAll(routes.all().stream()
                        .map(route -> route.model().slots())
                        .distinct()
                        .toList())
                .by("at most " + most + " slots for one model + " + waiting + " that wait");
        Decision<Integer> connections = connections(routes, requests, facts);
        return new RouterPlan(facts, routes, requests, connections, memory(connections, facts));
    }

    private static Decision<Integer> connections(Routes routes, Decision<Integer> requests, RouterFacts facts) {
        int models = routes.all().size();
        int spare = facts.spare().value();
        int all = 2 * (models * requests.value() + spare);
        return Decision.derived("router.connections", all, all + " connections")
                .from(requests)
                .from(facts.spare(), "requests beside those of models")
                .by("2 x (" + models + (models == 1 ? " model" : " models") + " x " + requests.shown() + " + " + spare
                        + " others), because the second router passes what it gets to the first, or to itself");
    }

    private static Decision<Gib> memory(Decision<Integer> connections, RouterFacts facts) {
        Gib each = facts.connectionMemory().value();
        Gib all = each.times(connections.value()).plus(facts.idleMemory().value());
        Gib memory = new Gib(Math.ceil(all.amount() * STEPS_IN_GIB) / STEPS_IN_GIB);
        return Decision.derived("router.memory", memory, memory.toString())
                .from(connections)
                .from(facts.connectionMemory(), "memory of a connection with full buffers")
                .from(facts.idleMemory(), "memory without requests")
                .by(connections.shown() + " x " + Math.round(each.amount() * KIB_IN_GIB) + " KiB of full buffers + "
                        + facts.idleMemory().value() + ", rounded up");
    }

    /** What it takes of the pool that it runs on. */
    public Workload workload() {
        return new Workload(
                "model-router",
                RunsOn.APPS,
                facts.replicas().value(),
                facts.cpuRequest().value(),
                memory.value(),
                memory.value(),
                Optional.empty(),
                facts.replicas().citation());
    }

    public List<Decision<?>> decisions() {
        return List.of(requests, connections, memory);
    }
}
