package dev.berth.load;

import dev.berth.catalog.Catalog;
import dev.berth.catalog.LlmModel;
import dev.berth.schema.SchemaDefaults;
import dev.berth.source.Code;
import dev.berth.source.Nearest;
import dev.berth.source.Problem;
import dev.berth.source.Problems;
import dev.berth.source.Span;
import dev.berth.yaml.ScalarType;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Mapping;
import dev.berth.yaml.YamlNode.Scalar;
import dev.berth.yaml.YamlNode.Sequence;
import dev.berth.yaml.YamlPath;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Checks the names in a value file: each must name something of the catalogue or of the file itself. Works on the tree,
 * so that a file with other mistakes has its names checked too; what has the wrong type is left to the schema.
 */
final class References {

    private static final YamlPath NAME = YamlPath.ROOT.key("name");
    private static final YamlPath SIZE = YamlPath.ROOT.key("size");
    private static final YamlPath POOL = YamlPath.ROOT.key("pool");
    private static final YamlPath GROUP = YamlPath.ROOT.key("group");
    private static final YamlPath CONTEXT = YamlPath.ROOT.key("context");
    private static final YamlPath GROUPS = YamlPath.ROOT.key("inference").key("groups");

    private final Catalog catalog;

    References(Catalog catalog) {
        this.catalog = catalog;
    }

    /** @param tree a value file with its defaults */
    List<Problem> check(YamlNode tree) {
        Problems problems = new Problems();
        List<YamlNode> models = items(tree, "models");
        List<YamlNode> pools = items(tree, "gpuPools");
        for (YamlNode region : items(tree, "azure.regions")) {
            unknown(
                    Code.UNKNOWN_REGION,
                    "the region",
                    region,
                    catalog.prices().regions().keySet(),
                    problems);
        }
        for (YamlNode pool : pools) {
            unknown(
                    Code.UNKNOWN_GPU_SIZE,
                    "the GPU size",
                    pool.at(SIZE),
                    catalog.gpuSizes().keySet(),
                    problems);
        }
        Map<String, YamlNode.Entry> groups = groups(tree);
        for (YamlNode model : models) {
            model(model, problems);
            if (!groups.isEmpty()) {
                group(model, groups.keySet(), problems);
            }
        }
        for (YamlNode.Entry group : groups.values()) {
            unknown(Code.UNKNOWN_POOL, "the GPU pool", group.value().at(POOL), texts(pools, NAME), problems);
        }
        repeats("the model", models, this::canonical, problems);
        repeats("the pool", pools, name -> name, problems);
        return problems.toList();
    }

    private void model(YamlNode model, Problems problems) {
        Optional<Scalar> name = text(model.at(NAME));
        Optional<LlmModel> known = name.flatMap(word -> catalog.model(word.text()));
        if (known.isEmpty()) {
            unknown(
                    Code.UNKNOWN_MODEL,
                    "the model",
                    model.at(NAME),
                    catalog.models().keySet(),
                    problems);
        }
        known.ifPresent(found -> context(found, model.at(CONTEXT), problems));
    }

    private static void group(YamlNode model, Set<String> groups, Problems problems) {
        Optional<Scalar> name = text(model.at(NAME));
        Optional<Scalar> group = text(model.at(GROUP)).filter(word -> !groups.contains(word.text()));
        Span place = name.map(Scalar::span).orElse(model.span());
        group.ifPresent(word -> problems.add(
                Code.UNKNOWN_GROUP,
                SchemaDefaults.isDefault(word) ? place : word.span(),
                "the group `" + word.text() + "` of this model is not defined",
                Nearest.hint(word.text(), groups) + "; groups are defined under `inference.groups`"));
    }

    private static void context(LlmModel model, Optional<YamlNode> node, Problems problems) {
        if (node.orElse(null) instanceof Scalar tokens
                && tokens.type() == ScalarType.WHOLE
                && Fields.whole(tokens) > model.contextLimit()) {
            problems.add(
                    Code.CONTEXT_TOO_LONG,
                    tokens.span(),
                    "the context is " + tokens.text() + " tokens, `" + model.name() + "` was trained for "
                            + model.contextLimit() + " at most",
                    "write " + model.contextLimit() + " or less");
        }
    }

    private String canonical(String name) {
        return catalog.model(name).map(LlmModel::name).orElse(name);
    }

    private static void unknown(
            Code code, String what, Optional<YamlNode> node, Collection<String> known, Problems problems) {
        node.ifPresent(name -> unknown(code, what, name, known, problems));
    }

    private static void unknown(Code code, String what, YamlNode node, Collection<String> known, Problems problems) {
        text(Optional.of(node))
                .filter(name -> !known.contains(name.text()))
                .ifPresent(name -> problems.add(
                        code,
                        name.span(),
                        what + " `" + name.text() + "` is not known",
                        Nearest.hint(name.text(), known)));
    }

    private static void repeats(
            String what, List<YamlNode> things, UnaryOperator<String> canonical, Problems problems) {
        Set<String> seen = new HashSet<>();
        for (YamlNode thing : things) {
            text(thing.at(NAME))
                    .filter(name -> !seen.add(canonical.apply(name.text())))
                    .ifPresent(name -> problems.add(
                            Code.REPEATED_NAME,
                            name.span(),
                            what + " `" + name.text() + "` stands twice",
                            "keep one of them"));
        }
    }

    private static List<YamlNode> items(YamlNode tree, String path) {
        YamlNode node = YamlPath.parse(path).flatMap(tree::at).orElse(null);
        return node instanceof Sequence sequence ? sequence.items() : List.of();
    }

    /** The groups by name; empty where the file has none that can be read. */
    private static Map<String, YamlNode.Entry> groups(YamlNode tree) {
        return tree.at(GROUPS).orElse(null) instanceof Mapping groups ? groups.entries() : Map.of();
    }

    private static List<String> texts(List<YamlNode> things, YamlPath field) {
        return things.stream()
                .flatMap(thing -> text(thing.at(field)).stream())
                .map(Scalar::text)
                .toList();
    }

    private static Optional<Scalar> text(Optional<YamlNode> node) {
        return node.filter(Scalar.class::isInstance)
                .map(Scalar.class::cast)
                .filter(scalar -> scalar.type() == ScalarType.TEXT);
    }
}
