package dev.berth.verify;

import dev.berth.manifest.Manifest;
import dev.berth.manifest.Region;
import dev.berth.manifest.Release;
import dev.berth.manifest.Release.Reference;
import dev.berth.source.Code;
import dev.berth.source.Defect;
import dev.berth.source.Nearest;
import dev.berth.source.Problems;
import dev.berth.source.Span;
import dev.berth.yaml.YamlNode.Entry;
import dev.berth.yaml.YamlNode.Scalar;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Checks the way of what is known only in the cluster: substituted into the ConfigMaps of the root, quoted, and nowhere
 * else; each read by a release, and nothing read that is not there.
 */
final class FluxFacts {

    private static final String SUBSTITUTE = "${";

    private final Region region;
    private final Problems problems;
    private final Map<String, Map<String, Entry>> configMaps = new TreeMap<>();
    private final Set<String> read = new HashSet<>();

    FluxFacts(Region region, Problems problems) {
        this.region = region;
        this.problems = problems;
        region.objects().stream()
                .filter(object -> object.id().kind().equals("ConfigMap"))
                .forEach(map -> configMaps.put(map.id().name(), map.tree().entriesAt("data")));
    }

    void check() {
        for (Release release : region.releases()) {
            release.references().forEach(reference -> reference(release, reference));
        }
        configMaps.forEach((name, data) -> data.forEach((key, entry) -> fact(name, key, entry)));
        region.objects().forEach(this::substitution);
    }

    private void reference(Release release, Reference reference) {
        Map<String, Entry> data = configMaps.getOrDefault(reference.name(), Map.of());
        if (!data.containsKey(reference.key())) {
            problems.add(
                    Code.FACT_UNKNOWN,
                    reference.at().span(),
                    release.object().id().kindAndName() + " reads `" + reference.key() + "` of ConfigMap `"
                            + reference.name() + "`, which has no such key",
                    Nearest.hint(reference.key(), data.keySet()));
        }
        read.add(reference.name() + " " + reference.key());
        if (reference.target().isEmpty()) {
            problems.add(
                    Code.FACT_UNKNOWN,
                    reference.at().span(),
                    "`" + reference.at().textAt("targetPath") + "` is no path into values",
                    "write it as for `helm --set`");
        } else if (release.ownValues().at(reference.target().get()).isPresent()) {
            problems.add(
                    Code.FACT_OVERWRITTEN,
                    reference.at().span(),
                    release.object().id().kindAndName() + " reads `"
                            + reference.at().textAt("targetPath")
                            + "` from a ConfigMap and sets it itself: one of the two is lost",
                    Defect.IN_TEMPLATE);
        }
    }

    private void fact(String configMap, String key, Entry entry) {
        if (!read.contains(configMap + " " + key)) {
            problems.add(
                    Code.FACT_UNUSED,
                    entry.keySpan(),
                    "no release reads `" + key + "` of ConfigMap `" + configMap + "`",
                    Defect.IN_TEMPLATE);
        }
        boolean isQuotedFact = entry.value() instanceof Scalar scalar
                && scalar.quoted()
                && scalar.text().equals(SUBSTITUTE + key + "}");
        if (!isQuotedFact) {
            substitution(
                    entry.value().span(),
                    "`" + key + "` has to be \"" + SUBSTITUTE + key + "}\", in quotes: whatever it is, it stays text");
        }
    }

    /** Variables elsewhere would become empty texts without a word. */
    private void substitution(Manifest object) {
        if (!object.tree().entriesAt("spec.postBuild").isEmpty()) {
            substitution(object.tree().span(), object.id().kindAndName() + " substitutes, which only the root may");
        }
        boolean isOfTheRoot = region.children().stream().noneMatch(child -> region.isBelow(object, child));
        if (isOfTheRoot && !object.id().kind().equals("ConfigMap")) {
            int line = 0;
            for (String text : object.text().text().lines().toList()) {
                line++;
                int column = text.indexOf(SUBSTITUTE) + 1;
                if (column > 0) {
                    Span at = new Span(object.text(), line, column, line, column + SUBSTITUTE.length());
                    substitution(at, "the root substitutes here as well: this would become another text");
                }
            }
        }
    }

    private void substitution(Span at, String message) {
        problems.add(Code.SUBSTITUTED_WRONGLY, at, message, Defect.IN_TEMPLATE);
    }
}
