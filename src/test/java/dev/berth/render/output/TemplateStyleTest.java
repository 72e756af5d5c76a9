package dev.berth.render.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can go wrong in a template without a word of warning: the text comes out, and means something else. */
class TemplateStyleTest {

    private static final List<String> OPENING = List.of("@if", "@for", "@else");

    /** A key whose value Helm writes as it is: a namespace may be called 123, which is a number without quotes. */
    private static final Pattern HELM_VALUE =
            Pattern.compile(": \\{\\{-? *[\\w.$]*\\.(Release|Values)\\b(?![^}]*\\| *(quote|int|toJson|toYaml)\\b)");

    /**
     * JTE takes the indentation of a directive away from the line after it. A directive that is indented less than what
     * it emits would silently move that text to the left, which in YAML is another meaning.
     */
    @Test
    void directivesStandAtTheIndentationOfWhatTheyEmit() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path template : templates()) {
            check(template, wrong);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void valuesOfHelmAreQuoted() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path template : templates()) {
            Files.readString(template)
                    .lines()
                    .filter(line -> HELM_VALUE.matcher(line).find())
                    .forEach(line -> wrong.add(template + " " + line.strip()));
        }
        assertThat(wrong).isEmpty();
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            return templates.filter(Files::isRegularFile).toList();
        }
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
