package dev.berth.it.coverage;

import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Mapping;
import dev.berth.yaml.YamlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the data file says of the architecture document, heading by heading. */
record Coverage(List<Section> sections) {

    /** @param says the claim, in our words */
    record Claim(String says, Evidence evidence) {}

    /** @param text everything that the section's rows say */
    record Section(String heading, List<Claim> claims, String text) {}

    static Coverage read(Path file) throws IOException {
        SourceFile source = new SourceFile(file.toString(), Files.readString(file));
        if (!(YamlParser.parse(source) instanceof Result.Ok<YamlNode> ok)) {
            throw new IllegalStateException(YamlParser.parse(source).problems().toString());
        }
        return new Coverage(ok.value().itemsAt("sections").stream()
                .map(section -> section((Mapping) section))
                .toList());
    }

    private static Section section(Mapping section) {
        List<Mapping> rows =
                section.itemsAt("rows").stream().map(Mapping.class::cast).toList();
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> row.entries()
                .keySet()
                .forEach(key -> text.append(row.textAt(key)).append('\n')));
        return new Section(
                section.textAt("heading"),
                rows.stream()
                        .map(row -> new Claim(row.textAt("says"), Evidence.of(row)))
                        .toList(),
                text.toString());
    }
}
