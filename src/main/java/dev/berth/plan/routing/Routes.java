package dev.berth.plan.routing;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ways of all models: no two have the same name, and no name that people ask for leads two ways. */
public record Routes(List<Route> all) {

    private static final String DEFAULT_TAG = ":latest";

    /** Digits of the digest that tell apart models whose names differ only in signs. */
    private static final int DIGITS = 4;

    public static Routes of(List<RoutedGroup> groups) {
        Map<String, Long> sameName = groups.stream()
                .flatMap(group -> group.models().stream().map(model -> backend(group.name(), model)))
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        return new Routes(groups.stream()
                .flatMap(group -> group.models().stream().map(model -> {
                    String name = backend(group.name(), model);
                    String digits = model.model().digest().substring(0, DIGITS);
                    String backend = sameName.getOrDefault(name, 1L) > 1 ? name + "_" + digits : name;
                    return new Route(group.name(), model, backend, group.ordinals(model));
                }))
                .toList());
    }

    /** {@code m_default_llama3_1_8b}: what HAProxy, Prometheus and people can all read. */
    private static String backend(String group, RoutedModel model) {
        return Stream.of("m", group, model.name())
                .map(part -> part.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_"))
                .collect(Collectors.joining("_"));
    }

    /** The way of a model's requests. */
    public Route of(String group, String model) {
        return all.stream()
                .filter(route ->
                        route.group().equals(group) && route.model().name().equals(model))
                .findFirst()
                .orElseThrow();
    }

    /** Backend by each name that a request may give, in lower case: Ollama does not mind the case either. */
    public SortedMap<String, String> backends() {
        SortedMap<String, String> backends = new TreeMap<>();
        all.forEach(route -> names(route.model().name()).forEach(name -> backends.put(name, route.backend())));
        // A model's own name comes before the alias of another.
        all.forEach(route -> route.model().model().aliases().stream()
                .flatMap(Routes::names)
                .forEach(name -> backends.putIfAbsent(name, route.backend())));
        return Collections.unmodifiableSortedMap(backends);
    }

    /** A name without a tag means the tag latest. */
    private static Stream<String> names(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(DEFAULT_TAG)) {
            return Stream.of(lower, lower.substring(0, lower.length() - DEFAULT_TAG.length()));
        }
        return lower.contains(":") ? Stream.of(lower) : Stream.of(lower, lower + DEFAULT_TAG);
    }
}
