package dev.berth.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.bicep.ParameterFile;
import dev.berth.files.RelPath;
import dev.berth.plan.Plan;
import dev.berth.plan.Plans;
import dev.berth.plan.ValueFileGenerator;
import dev.berth.render.output.Rendered;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import dev.berth.testing.Seeds;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlParser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class RendererTest {

    @Test
    void aCommentLineAtTheTopChangesNoByte() {
        String text = Plans.serving("name: phi3.5, context: 2048", "name: gpt-oss, keep: onDemand");
        Rendered plain = Renderer.render(Plans.of(text), "digest", "1");
        Rendered commented = Renderer.render(Plans.of("# a comment\n\n" + text), "digest", "1");
        assertThat(commented.files()).isEqualTo(plain.files());
    }

    @Test
    void theSamePlanGivesTheSameBytesAndEveryFileIsCleanText() {
        AtomicInteger planned = new AtomicInteger();
        Seeds.each(100, random -> {
            String text = new ValueFileGenerator(random).next();
            if (Plans.result(text) instanceof Result.Ok<Plan> ok) {
                planned.incrementAndGet();
                Rendered once = Renderer.render(ok.value(), "digest", "1");
                assertThat(Renderer.render(Plans.of(text), "digest", "1").files())
                        .isEqualTo(once.files());
                once.files().files().forEach((path, content) -> {
                    assertThat(content)
                            .as("%s", path)
                            .endsWith("\n")
                            .doesNotEndWith("\n\n")
                            .doesNotContain("\r", "\t");
                    assertThat(content.lines().filter(line -> line.endsWith(" ")))
                            .as("%s", path)
                            .isEmpty();
                });
            }
        });
        Seeds.enough(planned, 20);
    }

    /** Values files say the same to readers of YAML 1.1 and 1.2, and every explained value is where its mark says. */
    @Test
    void valuesAreReadAlikeAndMarksPointAtValues() {
        AtomicInteger planned = new AtomicInteger();
        Seeds.each(100, random -> {
            if (Plans.result(new ValueFileGenerator(random).next()) instanceof Result.Ok<Plan> ok) {
                planned.incrementAndGet();
                Rendered rendered = Renderer.render(ok.value(), "digest", "1");
                rendered.provenance().marks().forEach((path, marks) -> {
                    String content = String.valueOf(rendered.files().files().get(path));
                    SourceFile file = new SourceFile(path.value(), content);
                    if (path.value().endsWith(ParameterFile.SUFFIX)) {
                        assertThat(ParameterFile.parse(file).problems())
                                .as("%s", path)
                                .isEmpty();
                    } else {
                        Result<YamlNode> tree = YamlParser.parse(file);
                        assertThat(tree.problems()).as("%s", path).isEmpty();
                        Object in11 = new Yaml().load(content);
                        assertThat(in11).as("%s", path).isNotNull();
                    }
                    marks.forEach(mark -> {
                        String line = content.lines().toList().get(mark.line() - 1);
                        assertThat(line.charAt(mark.column() - 2)).as(line).isEqualTo(' ');
                        assertThat(ok.value().decisions()).containsKey(mark.decision());
                    });
                });
            }
        });
        Seeds.enough(planned, 20);
    }

    @Test
    void everyTemplateOfAChartIsRendered() throws java.io.IOException {
        Rendered rendered = Renderer.render(Plans.of(Plans.serving("name: phi3.5")), "digest", "1");
        try (var templates = java.nio.file.Files.walk(java.nio.file.Path.of("src/main/jte/charts"))) {
            var expected = templates
                    .filter(java.nio.file.Files::isRegularFile)
                    .map(path -> path.toString()
                            .replace("src/main/jte/charts/", "charts-out/test/")
                            .replace(".jte", ""))
                    .collect(Collectors.toSet());
            assertThat(rendered.files().in(new RelPath("charts-out")).files().keySet().stream()
                            .map(Object::toString)
                            .filter(path -> path.startsWith("charts-out/") && !path.endsWith(".berth.yaml")))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }
}
