package dev.berth.manifest;

import dev.berth.files.FileSet;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import dev.berth.yaml.YamlNode.Mapping;
import dev.berth.yaml.YamlParser;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The objects of an environment: what its charts say once Helm has filled in their values. */
public final class Manifests {

    private static final Pattern DOCUMENT_START = Pattern.compile("(?m)^---\\s*$\\n?");
    private static final Pattern SOURCE = Pattern.compile("^# Source: [^/\\n]+/(?<file>\\S+)\\n");

    private Manifests() {}

    /** The charts of a rendered environment. */
    public static List<Chart> charts(FileSet files) {
        return Chart.in(files);
    }

    /** Every object of the rendered files of one environment, chart by chart. */
    public static Result<List<Manifest>> of(FileSet files, String kubernetesVersion) {
        Problems problems = new Problems();
        List<Manifest> all = new ArrayList<>();
        for (Chart chart : Chart.in(files)) {
            try (HelmChart helm = new HelmChart(chart, kubernetesVersion)) {
                Result<List<Manifest>> manifests = helm.template().then(stream -> parse(chart, stream));
                problems.addAll(manifests.problems());
                if (manifests instanceof Result.Ok<List<Manifest>> ok) {
                    all.addAll(ok.value());
                }
            }
        }
        return problems.result(() -> List.copyOf(all));
    }

    static Result<List<Manifest>> parse(Chart chart, String stream) {
        Problems problems = new Problems();
        List<Manifest> manifests = new ArrayList<>();
        for (String document : DOCUMENT_START.split(stream)) {
            Matcher source = SOURCE.matcher(document);
            if (source.find()) {
                String template =
                        chart.directory().resolve(source.group("file")).value();
                Result<Manifest> manifest = manifest(template, document.substring(source.end()));
                problems.addAll(manifest.problems());
                if (manifest instanceof Result.Ok<Manifest> ok) {
                    manifests.add(ok.value());
                }
            }
        }
        return problems.result(() -> manifests);
    }

    private static Result<Manifest> manifest(String template, String text) {
        SourceFile file = new SourceFile(template, text);
        return YamlParser.parse(file).map(node -> {
            Mapping tree = (Mapping) node;
            ObjectId id = new ObjectId(
                    tree.textAt("apiVersion"),
                    tree.textAt("kind"),
                    tree.textAt("metadata.namespace"),
                    tree.textAt("metadata.name"));
            return new Manifest(id, template, file, tree);
        });
    }
}
