package dev.berth.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * JTE takes the indentation of a directive away from the line after it. A directive that is indented less than what it
 * emits would silently move that text to the left, which in YAML is another meaning.
 */
class TemplateStyleTest {

    private static final List<String> OPENING = List.of("@if", "@for", "@else");

    @Test
    void directivesStandAtTheIndentationOfWhatTheyEmit() throws IOException {
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                check(template, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void check(Path template, List<String> wrong) throws IOException {
        List<String> lines = Files.readAllLines(template);
        for (int i = 0; i < lines.size() - 1; i++) {
            String line = lines.get(i);
            if (OPENING.stream().anyMatch(line.strip()::startsWith)) {
                String next = lines.stream()
                        .skip(i + 1L)
                        .filter(text -> !text.isBlank())
                        .findFirst()
                        .orElse("");
                if (indent(next) != indent(line)) {
                    wrong.add(template + ":" + (i + 1) + " " + line.strip());
                }
            }
            if (line.contains("$unsafe")) {
                wrong.add(template + ":" + (i + 1) + " writes a value without quoting it");
            }
        }
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
