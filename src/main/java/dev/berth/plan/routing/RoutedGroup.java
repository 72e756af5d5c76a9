package dev.berth.plan.routing;

import dev.berth.plan.decision.Decision;
import dev.berth.plan.placement.HomeSet;
import dev.berth.plan.placement.Tenant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A group of replicas as the router sees it.
 *
 * @param homes what each replica that has homes keeps, by its ordinal; those above belong to nobody
 * @param maxReplicas that it may ever have
 */
public record RoutedGroup(String name, List<HomeSet> homes, Decision<Integer> maxReplicas, List<RoutedModel> models) {

    /**
     * The replicas that a model may be asked from, the best first: where it is at home, where it finds room beside the
     * homes of others, and then those that belong to nobody. Requests that find one of them full go on to the next.
     */
    public List<Integer> ordinals(RoutedModel model) {
        Set<Integer> inOrder = new LinkedHashSet<>(ordinals(model, HomeSet::homes));
        inOrder.addAll(ordinals(model, HomeSet::guests));
        List<Integer> overflow = overflow();
        // Models on demand start at different replicas: on the same one they would push each other out.
        Collections.rotate(overflow, -start(model));
        inOrder.addAll(overflow);
        return List.copyOf(inOrder);
    }

    private List<Integer> ordinals(RoutedModel model, Function<HomeSet, List<Tenant>> part) {
        return IntStream.range(0, homes.size())
                .filter(ordinal -> part.apply(homes.get(ordinal)).stream()
                        .anyMatch(tenant -> tenant.name().equals(model.name())))
                .boxed()
                .toList();
    }

    private List<Integer> overflow() {
        return IntStream.range(homes.size(), Math.max(homes.size(), maxReplicas.value()))
                .boxed()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** The lowest replicas come first and stay longest: models that have homes overflow to them. */
    private int start(RoutedModel model) {
        return model.hasHome() ? 0 : onDemand().headSet(model.name()).size();
    }

    private TreeSet<String> onDemand() {
        return models.stream()
                .filter(model -> !model.hasHome())
                .map(RoutedModel::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
