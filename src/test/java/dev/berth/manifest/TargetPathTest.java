package dev.berth.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlParser;
import dev.berth.yaml.YamlPath;
import dev.berth.yaml.YamlText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetPathTest {

    @ParameterizedTest
    @CsvSource({
        "a.b, a.b",
        "a[0].b, a[0].b",
        "annotations.azure\\.workload\\.identity/client-id, 'annotations[\"azure.workload.identity/client-id\"]'"
    })
    void isReadAsHelmReadsIt(String text, String path) {
        assertThat(TargetPath.parse(text).orElseThrow()).hasToString(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".a", "a.", "a..b", "a[x]", "a b", "a,b", "a=b"})
    void otherTextsAreNone(String text) {
        assertThat(TargetPath.parse(text)).isEmpty();
    }

    private static YamlNode tree(String text) {
        return ((Result.Ok<YamlNode>) YamlParser.parse(new SourceFile("test.yaml", text))).value();
    }

    @Test
    void putsAValueAndLeavesTheRest() {
        YamlNode tree = tree("a: { b: 1 }\nlist: [{ c: 2 }]\n");
        YamlNode value = tree("x");
        String put = YamlText.of(TargetPath.put(
                TargetPath.put(tree, TargetPath.parse("a.d.e").orElseThrow().steps(), value),
                TargetPath.parse("list[0].c").orElseThrow().steps(),
                value));
        assertThat(put).isEqualTo("a:\n  b: 1\n  d:\n    e: x\nlist:\n  - c: x\n");
        assertThat(TargetPath.put(
                                tree,
                                TargetPath.parse("list[1].c").orElseThrow().steps(),
                                value)
                        .at(YamlPath.ROOT))
                .contains(tree("a: { b: 1 }\nlist: [{ c: 2 }]\n"));
    }
}
