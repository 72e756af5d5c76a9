package dev.berth.explain;

import dev.berth.files.FileSet;
import dev.berth.files.RelPath;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.Manifests;
import dev.berth.manifest.ObjectId;
import dev.berth.render.output.Provenance.Mark;
import dev.berth.render.output.Rendered;
import dev.berth.source.Result;
import dev.berth.yaml.YamlNode.Scalar;
import dev.berth.yaml.YamlPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Follows decisions through Helm: the charts are filled in once more with a tracer in the place of each decision's
 * value, and the tracer that shows up in a field tells which decision the field is made of. No list of fields has to
 * be kept beside the charts.
 */
final class FieldTrace {

    /** Below a million, where Go prints a number as it is. */
    private static final int FIRST_NUMBER = 700_000;

    /** Alone, in words, or as a number of seconds. */
    private static final Pattern TRACER = Pattern.compile("berth-tracer-(?<word>[0-9]+)-|\\b7(?<number>[0-9]{5})s?\\b");

    private final Rendered rendered;
    private final String kubernetesVersion;
    private @Nullable Result<Traced> traced;

    FieldTrace(Rendered rendered, String kubernetesVersion) {
        this.rendered = rendered;
        this.kubernetesVersion = kubernetesVersion;
    }

    /** Id of the decision that a field of an object holds, alone or as a part; empty when it holds none. */
    Result<Optional<String>> decisionOf(ObjectId object, YamlPath field) {
        return traced().map(traced -> traced.manifests().stream()
                .filter(manifest -> manifest.id().equals(object))
                .findFirst()
                .flatMap(manifest -> tracer(manifest, field))
                .map(traced.decisions()::get));
    }

    /** The objects with tracers in them. */
    Result<List<Manifest>> objects() {
        return traced().map(Traced::manifests);
    }

    /** The objects with tracers in them, and what the tracers stand for. */
    private record Traced(List<Manifest> manifests, SortedMap<Integer, String> decisions) {}

    private Result<Traced> traced() {
        if (traced == null) {
            TracedFiles files = new TracedFiles();
            rendered.files().files().forEach(files::add);
            traced = Manifests.of(FileSet.of(files.files), kubernetesVersion)
                    .map(manifests -> new Traced(manifests, files.decisions));
        }
        return traced;
    }

    private static Optional<Integer> tracer(Manifest manifest, YamlPath field) {
        if (manifest.tree().at(field).orElse(null) instanceof Scalar scalar) {
            Matcher matcher = TRACER.matcher(scalar.text());
            if (matcher.find()) {
                String number = matcher.group("word") != null ? matcher.group("word") : matcher.group("number");
                return Optional.of(Integer.valueOf(number));
            }
        }
        return Optional.empty();
    }

    /** The rendered files with a tracer in the place of each explained value. */
    private final class TracedFiles {
        private final SortedMap<RelPath, String> files = new TreeMap<>();
        private final SortedMap<Integer, String> decisions = new TreeMap<>();

        void add(RelPath path, String text) {
            // Tracers are outside the limits that the values of a chart must keep.
            if (!path.value().endsWith("/values.schema.json")) {
                files.put(path, traced(text, rendered.provenance().marks().getOrDefault(path, List.of())));
            }
        }

        private String traced(String text, List<Mark> marks) {
            List<String> lines = new ArrayList<>(text.lines().toList());
            for (Mark mark : marks) {
                int number = decisions.size() + 1;
                decisions.put(number, mark.decision());
                String line = lines.get(mark.line() - 1);
                String value = line.substring(mark.column() - 1);
                boolean isNumber = value.strip().chars().allMatch(Character::isDigit);
                String tracer = isNumber ? String.valueOf(FIRST_NUMBER + number) : "berth-tracer-" + number + "-";
                lines.set(mark.line() - 1, line.substring(0, mark.column() - 1) + tracer);
            }
            return String.join("\n", lines) + "\n";
        }
    }
}
