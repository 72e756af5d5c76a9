package dev.berth.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlParser;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTypeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}         | ANY MAP
            []         | ANY LIST
            text       | ANY SCALAR STRING
            '"1"'      | ANY SCALAR STRING
            true       | ANY SCALAR BOOL
            1          | ANY SCALAR INT FLOAT
            1.5        | ANY SCALAR FLOAT
            null       | ANY
            """)
    void valuesFitTheirTypes(String text, String types) {
        YamlNode tree = ((Result.Ok<YamlNode>) YamlParser.parse(new SourceFile("x", "x: " + text))).value();
        YamlNode value = tree.nodeAt("x").orElseThrow();
        assertThat(Arrays.stream(ValueType.values()).filter(type -> type.fits(value)))
                .containsExactlyElementsOf(List.of(types.split(" ")).stream()
                        .map(ValueType::valueOf)
                        .toList());
    }

    @Test
    void aWordThatIsNoTypeIsRefused() {
        assertThat(ValueType.of("bool")).isEqualTo(ValueType.BOOL);
        for (String word : List.of("boolean", "BOOL", "")) {
            assertThatThrownBy(() -> ValueType.of(word)).hasMessageContaining("`" + word + "`");
        }
    }
}
