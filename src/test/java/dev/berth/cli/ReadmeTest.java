package dev.berth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.load.EnvironmentLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows of a command is what the command says of the example value files. */
class ReadmeTest {

    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final String PROMPT = "    $ ./berth ";

    @TempDir
    Path project;

    @BeforeEach
    void writeTheExamples() throws IOException {
        Files.createDirectory(project.resolve("values"));
        for (var example : EnvironmentLoader.examples().entrySet()) {
            Files.writeString(project.resolve("values/" + example.getKey() + ".yaml"), example.getValue());
        }
    }

    @Test
    void itsExcerptsAreReal() throws IOException {
        int commands = 0;
        Iterator<String> lines = Files.readAllLines(Path.of("README.md")).iterator();
        List<String> output = List.of();
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith(PROMPT)) {
                Berth.Answer answer = Berth.run(project, words(line.substring(PROMPT.length())));
                output = answer.text().lines().toList();
                commands++;
            } else if (line.startsWith("    ") && !line.strip().equals("...") && !output.isEmpty()) {
                assertThat(output).as("README.md: %s", line.strip()).contains(line.substring(4));
            } else if (!line.isBlank() && !line.startsWith("    ")) {
                output = List.of();
            }
        }
        assertThat(commands).isGreaterThanOrEqualTo(2);
    }

    @Test
    void itsMistakeIsReal() throws IOException {
        Path prod = project.resolve("values/prod.yaml");
        Files.writeString(prod, Files.readString(prod).replace("context: 8192", "context: 8k"));
        String output = Berth.run(project, "render").text();
        String problem = output.substring(0, output.indexOf("\n\n"));
        assertThat(Files.readString(Path.of("README.md"))).contains(problem.indent(4));
    }

    private static String[] words(String command) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(command);
        while (matcher.find()) {
            words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        return words.toArray(String[]::new);
    }
}
