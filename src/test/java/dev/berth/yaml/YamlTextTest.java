package dev.berth.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class YamlTextTest {

    private static YamlNode tree(String text) {
        Result<YamlNode> tree = YamlParser.parse(new SourceFile("test.yaml", text));
        assertThat(tree.problems()).isEmpty();
        return ((Result.Ok<YamlNode>) tree).value();
    }

    @Test
    void writesBlocks() {
        String text = """
                a:
                  b: 1
                  c: "no"
                list:
                  - x: |
                      one
                        two

                      three
                    z: []
                  - - 1
                    - true
                  - |-
                      last
                      line
                empty: {}
                """;
        assertThat(YamlText.of(tree(text))).isEqualTo(text);
    }

    /** What is written means the same, to readers of YAML 1.1 too. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ a: null, b: -1.5, c: 'null', d: '1', e: \"x\\ty\", f: \"a\\nb \\nc\", g: \"\\n\", h: \" a\\nb\" }",
                "- [[], {}, [{a: [1]}]]",
                "{ 'a b': 'c: d', 'e#': '# f', 'g.h/i': \"two\\n\\n\\n\" }",
                "x: \"back\\\\slash\\nand \\\"quotes\\\"\"",
                "\"only\\nlines\\n\""
            })
    void meansTheSame(String text) {
        String written = YamlText.of(tree(text));
        assertThat(YamlJson.toJson(tree(written))).isEqualTo(YamlJson.toJson(tree(text)));
        Object as11 = new Yaml().load(written);
        assertThat(as11).isEqualTo(new Yaml().<Object>load(text));
    }
}
