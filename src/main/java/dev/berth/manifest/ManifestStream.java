package dev.berth.manifest;

import dev.berth.source.Code;
import dev.berth.source.Defect;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Mapping;
import dev.berth.yaml.YamlParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what Helm prints of a chart: documents, each headed by the template that it comes from. */
final class ManifestStream {

    private static final Pattern DOCUMENT_START = Pattern.compile("(?m)^---\\s*$\\n?");
    private static final Pattern SOURCE = Pattern.compile("^# Source: [^/\\n]+/(?<file>\\S+)\\n");

    private final Chart chart;
    private final String region;

    ManifestStream(Chart chart, String region) {
        this.chart = chart;
        this.region = region;
    }

    Result<List<Manifest>> read(String stream) {
        Problems problems = new Problems();
        List<Manifest> manifests = new ArrayList<>();
        for (String document : DOCUMENT_START.split(stream)) {
            if (!isEmpty(document)) {
                manifest(document, problems).ifPresent(manifests::add);
            }
        }
        return problems.result(() -> List.copyOf(manifests));
    }

    /** Where a condition left nothing of a template, its comments may remain. */
    private static boolean isEmpty(String document) {
        return document.lines().allMatch(line -> line.isBlank() || line.startsWith("#"));
    }

    private Optional<Manifest> manifest(String document, Problems problems) {
        Matcher source = SOURCE.matcher(document);
        boolean isHeaded = source.find();
        String template = isHeaded
                ? chart.directory().resolve(source.group("file")).value()
                : chart.directory().value();
        SourceFile text = new SourceFile(template, isHeaded ? document.substring(source.end()) : document);
        Optional<YamlNode> tree = YamlParser.read(text, problems);
        if (isHeaded && tree.orElse(null) instanceof Mapping object) {
            return Optional.of(Manifest.of(region, template, text, object));
        }
        problems.add(
                Code.HELM_REFUSES,
                text.start(),
                "helm template printed something that is no object of a template",
                Defect.IN_TEMPLATE);
        return Optional.empty();
    }
}
