package dev.berth.render.bicep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.files.RelPath;
import dev.berth.plan.Plans;
import dev.berth.render.output.Rendered;
import dev.berth.testing.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BicepFilesTest {

    private static final RelPath DIRECTORY = new RelPath("bicep/test");
    private static final Pattern REFERENCE = Pattern.compile("(?:module \\w+|from) '([^']+)'");

    private final Rendered rendered = BicepFiles.render(Plans.of(Plans.example()), DIRECTORY);

    private String file(String name) {
        return String.valueOf(rendered.files().files().get(DIRECTORY.resolve(name)));
    }

    @Test
    void everyFileOfTheFolderIsRendered() throws IOException {
        Set<String> expected =
                new TreeSet<>(Golden.tree(Path.of("src/main/resources/bicep")).keySet());
        expected.addAll(Set.of("foundation.bicepparam", "main.bicepparam"));
        assertThat(rendered.files().files().keySet().stream()
                        .map(path -> path.value().substring(DIRECTORY.value().length() + 1)))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** The compiler starts at the parameter files and would not see a file that nothing leads to. */
    @Test
    void everyFileIsReached() {
        TreeSet<String> reached = new TreeSet<>(Set.of("foundation.bicep", "main.bicep"));
        for (int before = 0; before < reached.size(); ) {
            before = reached.size();
            List.copyOf(reached).forEach(name -> reached.addAll(references(name)));
        }
        assertThat(reached)
                .containsExactlyInAnyOrderElementsOf(rendered.files().files().keySet().stream()
                        .map(path -> path.value().substring(DIRECTORY.value().length() + 1))
                        .filter(name -> name.endsWith(".bicep"))
                        .toList());
    }

    private List<String> references(String name) {
        Path folder = Path.of(name).resolveSibling("");
        return REFERENCE
                .matcher(file(name))
                .results()
                .map(found -> folder.resolve(found.group(1)).normalize().toString())
                .toList();
    }

    @Test
    void networksOfRegionsDoNotOverlap() {
        Rendered two = BicepFiles.render(
                Plans.of(Plans.serving("name: phi3.5").replace("[westeurope]", "[westeurope, northeurope]")),
                DIRECTORY);
        String text = String.valueOf(two.files().files().get(DIRECTORY.resolve("main.bicepparam")));
        assertThat(text.lines().filter(line -> line.contains("network: ")).map(String::strip))
                .containsExactly("network: '10.64.0.0/16'", "network: '10.65.0.0/16'");
        assertThat(String.valueOf(two.files().files().get(DIRECTORY.resolve("foundation.bicepparam"))))
                .contains("  'westeurope'\n  'northeurope'\n");
    }

    @Test
    void theApiServerIsPrivateUnlessRangesAreNamed() {
        assertThat(file("main.bicepparam")).contains("kind: 'private'").doesNotContain("authorizedRanges");
        String text = Plans.serving("name: phi3.5")
                .replace("[westeurope] }", "[westeurope], apiServerRanges: [203.0.113.0/24] }");
        Rendered open = BicepFiles.render(Plans.of(text), DIRECTORY);
        assertThat(String.valueOf(open.files().files().get(DIRECTORY.resolve("main.bicepparam"))))
                .contains("kind: 'authorizedRanges'\n    ranges: [\n      '203.0.113.0/24'\n    ]\n")
                .doesNotContain("'private'");
    }

    @Test
    void withoutARepositoryFluxGetsNothing() {
        assertThat(rendered.files().files().values().stream().collect(Collectors.joining()))
                .contains("param gitOps = null");
    }
}
