package dev.berth.plan.routing;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ways of all models: no two have the same name, and no name that people ask for leads two ways. */
public record Routes(List<Route> all) {

    private static final String DEFAULT_TAG = ":latest";

    /** What stands between the parts of a backend's name, once each. */
    private static final Pattern SIGNS = Pattern.compile("[^a-z0-9]+");

    public static Routes of(List<RoutedGroup> groups) {
        Map<String, Long> sameWords = groups.stream()
                .flatMap(group -> group.models().stream().map(model -> words(path(group, model))))
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        return new Routes(groups.stream()
                .flatMap(group -> group.models().stream().map(model -> {
                    String path = path(group, model);
                    String words = words(path);
                    String backend = sameWords.getOrDefault(words, 1L) > 1 ? words + "__" + signs(path) : words;
                    return new Route(group.name(), model, backend, group.ordinals(model));
                }))
                .toList());
    }

    private static String path(RoutedGroup group, RoutedModel model) {
        return ("m/" + group.name() + "/" + model.name()).toLowerCase(Locale.ROOT);
    }

    /** {@code m_default_llama3_1_8b}: what HAProxy, Prometheus and people can all read. */
    private static String words(String path) {
        return SIGNS.matcher(path).replaceAll("_");
    }

    /**
     * What the words leave out, in hexadecimal digits: of two models with the same words each has its own, and keeps it
     * whatever models come. No words have two underscores in a row, so that none end as another's signs do.
     */
    private static String signs(String path) {
        return SIGNS.matcher(path)
                .results()
                .map(signs -> HexFormat.of().formatHex(signs.group().getBytes(StandardCharsets.UTF_8)))
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
