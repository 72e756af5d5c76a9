package dev.berth.bicep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.source.Code;
import dev.berth.source.Problem;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import dev.berth.yaml.ScalarType;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Mapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterFileTest {

    private static YamlNode read(String text) {
        return ((Result.Ok<YamlNode>) ParameterFile.parse(new SourceFile("main.bicepparam", text))).value();
    }

    @Test
    void readsLiteralsOfEveryKind() {
        YamlNode tree = read("""
                // A comment.
                using './main.bicep'

                param name = 'it\\'s \\${x} $5 \\u{20ac}' // another
                param regions = [
                  {
                    name: 'westeurope' /* a third */
                    'nvidia.com/gpu.present': 'true'
                    nodes: { min: 1, max: -5 }
                  }
                  'b', 'c'
                ]
                param spot = false
                param nothing = null
                param empty = {}
                """);
        assertThat(((Mapping) tree).entries().keySet()).containsExactly("name", "regions", "spot", "nothing", "empty");
        assertThat(tree.textAt("name")).isEqualTo("it's ${x} $5 €");
        assertThat(tree.textAt("regions[0][\"nvidia.com/gpu.present\"]")).isEqualTo("true");
        assertThat(tree.textAt("regions[0].nodes.max")).isEqualTo("-5");
        assertThat(tree.textAt("regions[2]")).isEqualTo("c");
        assertThat(tree.scalarAt("spot").orElseThrow().type()).isEqualTo(ScalarType.BOOLEAN);
        assertThat(tree.scalarAt("nothing").orElseThrow().type()).isEqualTo(ScalarType.NULL);
        assertThat(tree.entriesAt("empty")).isEmpty();
    }

    @Test
    void knowsThePlaceOfEachValue() {
        YamlNode tree = read("using 'a'\n\nparam pools = [\n  {\n    name: 'gpu'\n  }\n]\n");
        assertThat(tree.scalarAt("pools[0].name").orElseThrow().span()).hasToString("main.bicepparam:5:11");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "param a = b",
                "param a = 'x${b}'",
                "param a = '''x'''",
                "param a = 'x",
                "param a = '\\q'",
                "param a =",
                "param a = [",
                "param a = { 'x' 1 }",
                "param a = { [: 1 }",
                "param a = 1\nparam a = 2",
                "param a = { b: 1, b: 2 }",
                "param 'a' = 1",
                "var a = 1",
                "using main",
                "param a = ]",
                "param a = #"
            })
    void refusesWhatIsNoLiteral(String text) {
        assertThat(ParameterFile.parse(new SourceFile("main.bicepparam", text)).problems())
                .extracting(Problem::code)
                .containsExactly(Code.PARAMETERS_UNREADABLE);
    }

    @Test
    void refusesWhatIsNestedWithoutEnd() {
        String text = "param a = " + "[".repeat(100_000);
        assertThat(ParameterFile.parse(new SourceFile("main.bicepparam", text)).problems())
                .extracting(Problem::message)
                .allMatch(message -> message.contains("nested too deeply"));
    }
}
