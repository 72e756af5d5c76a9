package dev.berth.load;

import dev.berth.model.Routing;
import dev.berth.model.Signal;
import dev.berth.schema.SchemaDefaults;
import dev.berth.source.Code;
import dev.berth.source.Problem;
import dev.berth.source.Problems;
import dev.berth.source.Severity;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Scalar;
import dev.berth.yaml.YamlPath;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Checks what a value file says in one place against what it says in another. Works on the tree, so that a file with
 * other mistakes is checked too; what has the wrong type is left to the schema.
 */
final class Contradictions {

    private final Problems problems = new Problems();

    private Contradictions() {}

    /** @param tree a value file with its defaults */
    static List<Problem> in(YamlNode tree) {
        Contradictions found = new Contradictions();
        YamlPath groups = YamlPath.ROOT.key("inference").key("groups");
        tree.entriesAt("inference.groups").forEach((name, group) -> {
            found.bounds(groups.key(name).key("replicas"), tree);
            found.targets(name, groups.key(name), group.value());
            if (tree.textAt("inference.routing").equals(Routing.ROUND_ROBIN.key())) {
                found.slots(name, group.value());
            }
        });
        found.bounds(YamlPath.ROOT.key("webui").key("replicas"), tree);
        found.bounds(YamlPath.ROOT.key("pools").key("apps").key("nodes"), tree);
        for (int i = 0; i < tree.itemsAt("gpuPools").size(); i++) {
            found.bounds(YamlPath.ROOT.key("gpuPools").index(i).key("nodes"), tree);
        }
        tree.itemsAt("waivers").forEach(waiver -> waiver.scalarAt("code").ifPresent(found::waiver));
        return found.problems.toList();
    }

    private void bounds(YamlPath path, YamlNode tree) {
        Optional<Scalar> min = scalar(tree, path.key("min"));
        Optional<BigDecimal> least = min.flatMap(Scalar::number);
        Optional<BigDecimal> most = scalar(tree, path.key("max")).flatMap(Scalar::number);
        if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
            problems.add(
                    Code.BOUNDS_CROSSED,
                    min.get().span(),
                    "`" + path.key("min") + "` is " + min.get().text() + ", more than the most, "
                            + most.get().toPlainString(),
                    "write a smaller min or a larger max");
        }
    }

    private static Optional<Scalar> scalar(YamlNode tree, YamlPath path) {
        return tree.at(path).filter(Scalar.class::isInstance).map(Scalar.class::cast);
    }

    private void targets(String name, YamlPath path, YamlNode group) {
        List<String> read = group.itemsAt("signals").stream()
                .map(signal -> signal instanceof Scalar word ? word.text() : "")
                .toList();
        group.entriesAt("targets").forEach((signal, target) -> {
            if (!read.isEmpty() && !read.contains(signal) && !SchemaDefaults.isDefault(target.value())) {
                problems.add(
                        Code.TARGET_WITHOUT_SIGNAL,
                        target.value().span(),
                        "`" + path.key("targets").key(signal) + "` is set, but group `" + name + "` does not read `"
                                + signal + "`",
                        "add `" + signal + "` to its `signals`, or remove the target");
            }
        });
    }

    private void slots(String name, YamlNode group) {
        group.itemsAt("signals").stream()
                .filter(signal -> signal instanceof Scalar word
                        && word.text().equals(Signal.SLOTS.key())
                        && !SchemaDefaults.isDefault(word))
                .forEach(signal -> problems.add(
                        Code.SLOTS_WITHOUT_ROUTER,
                        signal.span(),
                        "group `" + name + "` cannot scale by slots with `inference.routing: "
                                + Routing.ROUND_ROBIN.key() + "`: it is the router that counts requests",
                        "remove `" + Signal.SLOTS.key() + "`, or write `routing: " + Routing.ROUTER.key() + "`"));
    }

    private void waiver(Scalar waived) {
        Optional<Code> code = Code.of(waived.text());
        if (code.isEmpty() || code.get().severity() == Severity.ERROR) {
            problems.add(
                    Code.WAIVER_WITHOUT_EFFECT,
                    waived.span(),
                    "the waiver of `" + waived.text() + "` has no effect: "
                            + (code.isEmpty() ? "there is no problem of this code" : "errors cannot be waived"),
                    "remove it");
        }
    }
}
