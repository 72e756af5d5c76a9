package dev.berth.load;

import dev.berth.model.Basis;
import dev.berth.model.Bounds;
import dev.berth.model.Setting;
import dev.berth.schema.SchemaDefaults;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Mapping;
import dev.berth.yaml.YamlNode.Scalar;
import dev.berth.yaml.YamlNode.Sequence;
import dev.berth.yaml.YamlPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Typed reading of a mapping that has passed its schema; what the schema requires is there and has its type. */
record Fields(Mapping mapping, YamlPath path) {

    static Fields root(YamlNode node) {
        return new Fields((Mapping) node, YamlPath.ROOT);
    }

    Setting<String> text(String key) {
        return optional(key).map(node -> setting(key, node, Scalar::text)).orElseThrow();
    }

    Optional<Setting<String>> optionalText(String key) {
        return optional(key).map(node -> setting(key, node, Scalar::text));
    }

    Setting<Integer> whole(String key) {
        return optionalWhole(key).orElseThrow();
    }

    Optional<Setting<Integer>> optionalWhole(String key) {
        return optional(key).map(node -> setting(key, node, Fields::whole));
    }

    private static Integer whole(Scalar scalar) {
        return scalar.number().orElseThrow().intValueExact();
    }

    double decimal(String key) {
        return optional(key)
                .map(node -> ((Scalar) node).number().orElseThrow().doubleValue())
                .orElseThrow();
    }

    /** A number with its place. */
    Optional<Setting<Double>> decimalSetting(String key) {
        return optional(key)
                .map(node -> setting(
                        key, node, scalar -> scalar.number().orElseThrow().doubleValue()));
    }

    /** A list of numbers with its place. */
    Setting<List<Double>> decimals(String key) {
        return new Setting<>(
                numbers(key).stream().map(Setting::value).toList(),
                path.key(key),
                optional(key).orElseThrow().span(),
                Basis.PINNED);
    }

    /** Names of the fields, in the order of the file. */
    List<String> keys() {
        return List.copyOf(mapping.entries().keySet());
    }

    boolean isMapping(String key) {
        return optional(key).filter(Mapping.class::isInstance).isPresent();
    }

    boolean isList(String key) {
        return optional(key).filter(Sequence.class::isInstance).isPresent();
    }

    boolean flag(String key) {
        return optional(key).map(node -> ((Scalar) node).isTrue()).orElse(false);
    }

    Optional<Setting<Boolean>> flagSetting(String key) {
        return optional(key).map(node -> setting(key, node, Scalar::isTrue));
    }

    /** One of a closed set of words. */
    <E> Setting<E> choice(String key, Function<String, E> meaning) {
        return optional(key)
                .map(node -> setting(key, node, scalar -> meaning.apply(scalar.text())))
                .orElseThrow();
    }

    Bounds bounds(String key) {
        return optionalChild(key)
                .map(fields -> new Bounds(fields.optionalWhole("min"), fields.optionalWhole("max")))
                .orElse(new Bounds(Optional.empty(), Optional.empty()));
    }

    Fields child(String key) {
        return optionalChild(key).orElseThrow();
    }

    Optional<Fields> optionalChild(String key) {
        return optional(key).map(node -> new Fields((Mapping) node, path.key(key)));
    }

    /** Each item of a list of mappings. */
    <T> List<T> list(String key, Function<Fields, T> item) {
        List<T> items = new ArrayList<>();
        if (optional(key).orElse(null) instanceof Sequence sequence) {
            for (YamlNode node : sequence.items()) {
                items.add(item.apply(new Fields((Mapping) node, path.key(key).index(items.size()))));
            }
        }
        return List.copyOf(items);
    }

    /** Each item of a list of words. */
    <T> List<Setting<T>> words(String key, Function<String, T> meaning) {
        return items(key, scalar -> meaning.apply(scalar.text()));
    }

    /** Each item of a list of numbers. */
    List<Setting<Double>> numbers(String key) {
        return items(key, scalar -> scalar.number().orElseThrow().doubleValue());
    }

    private <T> List<Setting<T>> items(String key, Function<Scalar, T> read) {
        List<Setting<T>> items = new ArrayList<>();
        if (optional(key).orElse(null) instanceof Sequence sequence) {
            for (YamlNode node : sequence.items()) {
                items.add(setting(path.key(key).index(items.size()), node, read));
            }
        }
        return List.copyOf(items);
    }

    /** Each entry of a mapping of mappings, in the order of the file. */
    <T> List<T> entries(String key, BiFunction<String, Fields, T> entry) {
        Fields all = child(key);
        return all.mapping.entries().keySet().stream()
                .map(name -> entry.apply(name, all.child(name)))
                .toList();
    }

    private Optional<YamlNode> optional(String key) {
        return mapping.get(key);
    }

    private <T> Setting<T> setting(String key, YamlNode node, Function<Scalar, T> read) {
        return setting(path.key(key), node, read);
    }

    private static <T> Setting<T> setting(YamlPath path, YamlNode node, Function<Scalar, T> read) {
        boolean fromSchema = SchemaDefaults.isDefault(node);
        return new Setting<>(read.apply((Scalar) node), path, node.span(), fromSchema ? Basis.DEFAULT : Basis.PINNED);
    }
}
