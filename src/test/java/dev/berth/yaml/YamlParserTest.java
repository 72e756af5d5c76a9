package dev.berth.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.source.Problems;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import dev.berth.testing.Seeds;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class YamlParserTest {

    private static YamlNode parse(String text) {
        return ((Result.Ok<YamlNode>) YamlParser.parse(new SourceFile("test.yaml", text))).value();
    }

    private static YamlNode at(YamlNode tree, String path) {
        return tree.at(YamlPath.parse(path).orElseThrow()).orElseThrow();
    }

    @Test
    void knowsThePlaceOfEveryKeyAndValue() {
        YamlNode tree = parse("a:\n  - b: 1\n    c: { d: \"x y\" }\n");
        assertThat(at(tree, "a[0].b").span()).hasToString("test.yaml:2:8");
        assertThat(at(tree, "a[0].c.d").span()).hasToString("test.yaml:3:13");
        assertThat(at(tree, "a[0].c.d").span().endColumn()).isEqualTo(18);
        assertThat(((YamlNode.Mapping) at(tree, "a[0]")).keySpan("c")).hasToString("test.yaml:3:5");
    }

    @Test
    void readsYaml12Types() {
        YamlNode tree = parse("[12, -3, 0x1F, 1.5, 1e3, true, null, ~, text, \"12\", 'true', 1.2.3]");
        assertThat(((YamlNode.Sequence) tree).items())
                .extracting(item -> ((YamlNode.Scalar) item).type())
                .containsExactly(
                        ScalarType.WHOLE,
                        ScalarType.WHOLE,
                        ScalarType.WHOLE,
                        ScalarType.DECIMAL,
                        ScalarType.DECIMAL,
                        ScalarType.BOOLEAN,
                        ScalarType.NULL,
                        ScalarType.NULL,
                        ScalarType.TEXT,
                        ScalarType.TEXT,
                        ScalarType.TEXT,
                        ScalarType.TEXT);
    }

    @Test
    void anAliasStandsWhereItIsWrittenAndNotAtItsAnchor() {
        YamlNode tree = parse("a: &x { b: 1 }\nc: *x\n");
        assertThat(tree.textAt("c.b")).isEqualTo("1");
        assertThat(at(tree, "c").span()).hasToString("test.yaml:2:4");
    }

    @Test
    void keepsTheFirstOfTwoEqualKeysAndSaysSo() {
        Problems problems = new Problems();
        Optional<YamlNode> tree = YamlParser.read(new SourceFile("test.yaml", "a: 1\na: 2\n"), problems);
        assertThat(tree.orElseThrow().textAt("a")).isEqualTo("1");
        assertThat(problems.toList()).hasSize(1);
    }

    @Test
    void endsWithProblemsAndNeverWithAnException() {
        String letters = "ab: -[]{}&*!#|>'\"%@`,\n\t0.~?";
        Seeds.each(3000, random -> {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(60), 0, letters.length()).forEach(i -> text.append(letters.charAt(i)));
            Result<YamlNode> result = YamlParser.parse(new SourceFile("test.yaml", text.toString()));
            assertThat(result instanceof Result.Ok || !result.problems().isEmpty())
                    .isTrue();
        });
    }
}
