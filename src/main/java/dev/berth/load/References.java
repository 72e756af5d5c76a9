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
import dev.berth.yaml.YamlNode.Scalar;
import java.math.BigDecimal;
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

    private static final String CATALOG = "; `values/catalog` can add to the catalogue";

    private final Catalog catalog;

    References(Catalog catalog) {
        this.catalog = catalog;
    }

    /** @param tree a value file with its defaults */
    List<Problem> check(YamlNode tree) {
        Problems problems = new Problems();
        List<YamlNode> models = tree.itemsAt("models");
        List<YamlNode> pools = tree.itemsAt("gpuPools");
        Map<String, YamlNode.Entry> groups = tree.entriesAt("inference.groups");
        Set<String> regions = catalog.prices().regions().keySet();
        tree.itemsAt("azure.regions")
                .forEach(region -> known(Code.UNKNOWN_REGION, "region", text(region), regions, CATALOG, problems));
        for (YamlNode pool : pools) {
            known(
                    Code.UNKNOWN_SIZE,
                    "GPU size",
                    text(pool, "size"),
                    catalog.gpuSizes().keySet(),
                    CATALOG,
                    problems);
        }
        for (String pool : List.of("pools.system", "pools.apps")) {
            known(
                    Code.UNKNOWN_SIZE,
                    "VM size",
                    tree.scalarAt(pool + ".size").flatMap(References::text),
                    catalog.vmSizes().keySet(),
                    "",
                    problems);
        }
        for (YamlNode model : models) {
            text(model, "name").ifPresent(name -> model(name, model, problems));
            if (!groups.isEmpty()) {
                group(model, groups.keySet(), problems);
            }
        }
        for (YamlNode.Entry group : groups.values()) {
            known(Code.UNKNOWN_POOL, "GPU pool", text(group.value(), "pool"), names(pools), "", problems);
        }
        repeats("the model", models, this::canonical, problems);
        repeats("the pool", pools, name -> name, problems);
        return problems.toList();
    }

    private void model(Scalar name, YamlNode model, Problems problems) {
        Optional<LlmModel> found = catalog.model(name.text());
        if (found.isEmpty()) {
            known(
                    Code.UNKNOWN_MODEL,
                    "model",
                    Optional.of(name),
                    catalog.models().keySet(),
                    CATALOG,
                    problems);
        }
        found.ifPresent(known -> model.scalarAt("context").ifPresent(tokens -> context(known, tokens, problems)));
    }

    private static void group(YamlNode model, Set<String> groups, Problems problems) {
        Span place = text(model, "name").map(Scalar::span).orElse(model.span());
        text(model, "group")
                .filter(word -> !groups.contains(word.text()))
                .ifPresent(word -> problems.add(
                        Code.UNKNOWN_GROUP,
                        SchemaDefaults.isDefault(word) ? place : word.span(),
                        "the group `" + word.text() + "` of this model is not defined",
                        Nearest.hint(word.text(), groups) + "; groups are defined under `inference.groups`"));
    }

    private static void context(LlmModel model, Scalar tokens, Problems problems) {
        BigDecimal limit = BigDecimal.valueOf(model.contextLimit());
        if (tokens.number().filter(number -> number.compareTo(limit) > 0).isPresent()) {
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

    private static void known(
            Code code,
            String what,
            Optional<Scalar> name,
            Collection<String> known,
            String further,
            Problems problems) {
        name.filter(word -> !known.contains(word.text()))
                .ifPresent(word -> problems.add(
                        code,
                        word.span(),
                        "the " + what + " `" + word.text() + "` is not known",
                        Nearest.hint(word.text(), known) + further));
    }

    private static void repeats(
            String what, List<YamlNode> things, UnaryOperator<String> canonical, Problems problems) {
        Set<String> seen = new HashSet<>();
        for (YamlNode thing : things) {
            text(thing, "name")
                    .filter(name -> !seen.add(canonical.apply(name.text())))
                    .ifPresent(name -> problems.add(
                            Code.REPEATED_NAME,
                            name.span(),
                            what + " `" + name.text() + "` stands twice",
                            "keep one of them"));
        }
    }

    private static List<String> names(List<YamlNode> things) {
        return things.stream()
                .flatMap(thing -> text(thing, "name").stream())
                .map(Scalar::text)
                .toList();
    }

    private static Optional<Scalar> text(YamlNode thing, String field) {
        return thing.scalarAt(field).flatMap(References::text);
    }

    private static Optional<Scalar> text(YamlNode node) {
        return node instanceof Scalar scalar && scalar.type() == ScalarType.TEXT
                ? Optional.of(scalar)
                : Optional.empty();
    }
}
