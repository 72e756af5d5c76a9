package dev.berth.render.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.bicep.ParameterFile;
import dev.berth.render.output.Provenance.Mark;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import dev.berth.testing.Seeds;
import dev.berth.yaml.YamlNode;
import org.junit.jupiter.api.Test;

class BicepOutputTest {

    private final BicepOutput output = new BicepOutput();

    @Test
    void textIsQuotedAndNothingInItIsAnExpression() {
        output.writeContent("param a = ");
        output.writeUserContent("it's ${x} \\ $5\n");
        output.writeContent("\nparam b = ");
        output.writeUserContent(3);
        output.writeContent("\nparam c = ");
        output.writeUserContent(true);
        assertThat(output.text()).isEqualTo("param a = 'it\\'s \\${x} \\\\ $5\\n'\nparam b = 3\nparam c = true");
    }

    @Test
    void anyTextIsReadAsItWasWritten() {
        Seeds.each(300, random -> {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                text.appendCodePoint("'\\${}\n\t\r/ u1€😀".codePoints().toArray()[random.nextInt(14)]);
            }
            BicepOutput written = new BicepOutput();
            written.writeContent("param a = ");
            written.writeUserContent(text.toString());
            YamlNode read = ((Result.Ok<YamlNode>)
                            ParameterFile.parse(new SourceFile("main.bicepparam", written.text())))
                    .value();
            assertThat(read.textAt("a")).isEqualTo(text.toString());
        });
    }

    @Test
    void commentsKeepValuesOnTheirLine() {
        output.writeContent("  // because ");
        output.writeUserContent("a\nparam b = 'c'");
        output.writeContent("\n");
        assertThat(output.text()).isEqualTo("  // because a param b = 'c'\n");
    }

    @Test
    void keysAreQuotedWhereTheyAreNoNames() {
        for (String key : new String[] {"gpu", "nvidia.com/gpu.present", "true", "scan-interval"}) {
            output.writeUserContent(new BicepKey(key));
            output.writeContent(": 1\n");
        }
        assertThat(output.text()).isEqualTo("gpu: 1\n'nvidia.com/gpu.present': 1\n'true': 1\n'scan-interval': 1\n");
    }

    @Test
    void recordsWhereExplainedValuesLand() {
        output.writeContent("param a = {\n  b: ");
        output.writeUserContent(new Explained<>("x", "group.default.slots", "because"));
        output.writeContent("\n}\n");
        assertThat(output.text()).isEqualTo("param a = {\n  b: 'x'\n}\n");
        assertThat(output.marks()).containsExactly(new Mark(2, 6, "group.default.slots"));
    }

    @Test
    void refusesValuesInsideOfWords() {
        output.writeContent("param a = 'x-");
        assertThatThrownBy(() -> output.writeUserContent("y")).isInstanceOf(IllegalStateException.class);
    }
}
