package dev.berth.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a YAML tree, as people write it: {@code inference.groups.default.replicas.min}, {@code models[1].context},
 * {@code metadata.labels["berth.dev/group"]}.
 */
public record YamlPath(List<Step> steps) {

    public static final YamlPath ROOT = new YamlPath(List.of());

    private static final Pattern BARE_KEY = Pattern.compile("[A-Za-z0-9_$-]+");
    private static final Pattern STEP =
            Pattern.compile("\\G(?:\\.?(?<key>[A-Za-z0-9_$-]+)|\\[(?<index>[0-9]{1,9})]|\\[\"(?<quoted>[^\"]*)\"])");

    /** One step down the tree. */
    public sealed interface Step {}

    public record Key(String name) implements Step {}

    public record Index(int number) implements Step {}

    public YamlPath key(String name) {
        return then(new Key(name));
    }

    public YamlPath index(int number) {
        return then(new Index(number));
    }

    /** One step further down. */
    public YamlPath then(Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return new YamlPath(List.copyOf(longer));
    }

    public boolean isRoot() {
        return steps.isEmpty();
    }

    /** Reads the written form; empty when the text is not a path. */
    public static Optional<YamlPath> parse(String text) {
        List<Step> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(text);
        int end = 0;
        while (end < text.length() && matcher.find()) {
            steps.add(step(matcher));
            end = matcher.end();
        }
        return end == text.length() && !text.isEmpty()
                ? Optional.of(new YamlPath(List.copyOf(steps)))
                : Optional.empty();
    }

    private static Step step(Matcher matcher) {
        if (matcher.group("index") != null) {
            return new Index(Integer.parseInt(matcher.group("index")));
        }
        return new Key(matcher.group("key") != null ? matcher.group("key") : matcher.group("quoted"));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            if (step instanceof Index index) {
                text.append('[').append(index.number()).append(']');
            } else if (step instanceof Key key && BARE_KEY.matcher(key.name()).matches()) {
                text.append(text.isEmpty() ? "" : ".").append(key.name());
            } else if (step instanceof Key key) {
                text.append("[\"").append(key.name()).append("\"]");
            }
        }
        return text.toString();
    }
}
