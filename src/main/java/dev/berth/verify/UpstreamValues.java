package dev.berth.verify;

import dev.berth.manifest.Release;
import dev.berth.source.Code;
import dev.berth.source.Nearest;
import dev.berth.source.Problems;
import dev.berth.source.Span;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Checks the values that releases give to charts of others. Helm takes a key that no template reads without a word, so
 * each one has to be among the keys of the chart's version.
 */
final class UpstreamValues {

    private final Map<String, Optional<ValueKeys>> lists = new ConcurrentHashMap<>();

    void check(Release release, Problems problems) {
        if (!release.isOfThisRepository()) {
            Optional<ValueKeys> keys = lists.computeIfAbsent(
                    release.chart() + " " + release.version(),
                    chart -> ValueKeys.find(release.chart(), release.version()));
            if (keys.isPresent()) {
                new Walk(release.chart(), keys.get(), problems).mapping(release.values(), "");
            } else {
                problems.add(
                        Code.CHART_WITHOUT_KEYS,
                        release.object().text().start(),
                        "the keys of chart `" + release.chart() + "` in version `" + release.version()
                                + "` are not known",
                        "add their list to src/main/resources/catalog/upstream");
            }
        }
    }

    private record Walk(String chart, ValueKeys keys, Problems problems) {

        void mapping(Mapping mapping, String path) {
            mapping.entries()
                    .forEach((key, entry) -> value(entry.value(), ValueKeys.child(path, key), entry.keySpan(), key));
        }

        private void value(YamlNode value, String path, Span at, String key) {
            Optional<ValueType> type = keys.type(path);
            if (type.isEmpty() && !keys.hasChildren(path)) {
                unknown(path, key, at);
            } else if (type.isPresent() && !type.get().fits(value) || type.isEmpty() && !(value instanceof Mapping)) {
                problems.add(
                        Code.VALUE_TYPE,
                        value.span(),
                        "`" + path + "` is " + value.kindName() + ", chart `" + chart + "` has "
                                + type.orElse(ValueType.MAP).noun() + " there",
                        "see the values.yaml of the chart");
            } else if (value instanceof Mapping mapping && !keys.takesAnythingBelow(path)) {
                mapping(mapping, path);
            }
        }

        private void unknown(String path, String key, Span at) {
            problems.add(
                    Code.UNKNOWN_VALUE,
                    at,
                    "chart `" + chart + "` has no value `" + path + "`, and Helm would not say so",
                    hint(path, key));
        }

        /** A slip of the name, or the right name in the wrong place. */
        private String hint(String path, String key) {
            List<String> all = keys.all();
            String parent = ValueKeys.parent(path);
            List<String> beside = all.stream()
                    .filter(known -> ValueKeys.parent(known).equals(parent))
                    .map(known -> known.substring(parent.isEmpty() ? 0 : parent.length() + 1))
                    .toList();
            String elsewhere = all.stream()
                    .filter(known -> known.endsWith("." + key))
                    .limit(3)
                    .collect(Collectors.joining(", "));
            return Nearest.to(key, beside)
                    .map(name -> "did you mean `" + (parent.isEmpty() ? name : parent + "." + name) + "`?")
                    .orElse(elsewhere.isEmpty() ? Nearest.hint(key, beside) : "the name is known as " + elsewhere);
        }
    }
}
