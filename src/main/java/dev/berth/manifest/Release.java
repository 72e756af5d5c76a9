package dev.berth.manifest;

import dev.berth.files.RelPath;
import dev.berth.source.Code;
import dev.berth.source.Defect;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import dev.berth.yaml.ScalarType;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Entry;
import dev.berth.yaml.YamlNode.Mapping;
import dev.berth.yaml.YamlNode.Scalar;
import dev.berth.yaml.YamlNode.Sequence;
import dev.berth.yaml.YamlParser;
import dev.berth.yaml.YamlPath;
import dev.berth.yaml.YamlText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A HelmRelease: which chart it installs, and with which values. */
public record Release(Manifest object) {

    private static final String FROM_REPOSITORY = "./";

    /**
     * A value that is known only in the cluster.
     *
     * @param name of the ConfigMap
     * @param target where the value goes in the values of the chart; empty when it cannot be read
     * @param at the whole reference
     */
    public record Reference(String name, String key, Optional<YamlPath> target, Mapping at) {}

    /** Name of the release in Helm. */
    public String name() {
        return object.tree().textAt("spec.releaseName");
    }

    public String namespace() {
        return object.tree().textAt("spec.targetNamespace");
    }

    /** Name of the chart, or its path in the repository. */
    public String chart() {
        return object.tree().textAt("spec.chart.spec.chart");
    }

    public String version() {
        return object.tree().textAt("spec.chart.spec.version");
    }

    /** Whether the chart lies in the repository; the others come from elsewhere. */
    public boolean isOfThisRepository() {
        return chart().startsWith(FROM_REPOSITORY);
    }

    /** Where the chart lies in the repository, if it does. */
    public Optional<RelPath> directory() {
        return isOfThisRepository() ? RelPath.parse(chart().substring(FROM_REPOSITORY.length())) : Optional.empty();
    }

    /** What stands in the release itself. */
    public Mapping ownValues() {
        return object.tree().at(YamlPath.ROOT.key("spec").key("values")).orElse(null) instanceof Mapping values
                ? values
                : new Mapping(object.text().start(), Map.of());
    }

    /** What of {@code valuesFrom} is a reference at all; the schema of releases refuses the rest. */
    public List<Reference> references() {
        return object.tree().itemsAt("spec.valuesFrom").stream()
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .map(item -> new Reference(
                        item.textAt("name"),
                        item.textAt("valuesKey"),
                        TargetPath.parse(item.textAt("targetPath")),
                        item))
                .toList();
    }

    /** The values that the chart gets; the name of its fact stands for each value that is known only in the cluster. */
    public Mapping values() {
        Mapping values = ownValues();
        for (Reference reference : references()) {
            if (reference.target().isPresent()) {
                YamlNode fact = new Scalar(reference.at().span(), reference.key(), ScalarType.TEXT, true);
                values = (Mapping)
                        TargetPath.put(values, reference.target().get().steps(), fact);
            }
        }
        return values;
    }

    /** Objects that charts of others install along, as they stand in the values. */
    Result<List<Manifest>> extraManifests() {
        Problems problems = new Problems();
        List<Manifest> extra = new ArrayList<>();
        for (YamlNode item : values().get("extraManifests").map(Release::items).orElse(List.of())) {
            SourceFile text = new SourceFile(object.template(), YamlText.of(item));
            if (YamlParser.read(text, problems).orElse(null) instanceof Mapping tree) {
                extra.add(Manifest.of(object.region(), object.template(), text, tree));
            } else {
                problems.add(
                        Code.NO_OBJECT,
                        item.span(),
                        "`extraManifests` takes Kubernetes objects, found " + item.kindName(),
                        Defect.IN_TEMPLATE);
            }
        }
        return problems.result(() -> List.copyOf(extra));
    }

    /** Charts take a list, or a mapping whose keys say nothing. */
    private static Collection<YamlNode> items(YamlNode node) {
        if (node instanceof Mapping mapping) {
            return mapping.entries().values().stream().map(Entry::value).toList();
        }
        return node instanceof Sequence list ? list.items() : List.of(node);
    }
}
