package dev.berth.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.Seeds;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.yaml.snakeyaml.Yaml;

/** What we write has to mean the same to readers of YAML 1.1 and of YAML 1.2. */
class YamlQuoteTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "Yes",
                "on",
                "OFF",
                "y",
                "n",
                "null",
                "~",
                "",
                " ",
                "1.10",
                "010",
                "0o17",
                "0x1f",
                "1e3",
                "12:30",
                "1_000",
                ".inf",
                ".nan",
                "2026-01-01",
                "<<",
                "=",
                "a: b",
                "a #b",
                "#a",
                "- a",
                "?",
                "!tag",
                "&a",
                "*a",
                "%a",
                "@a",
                "`a`",
                "{a}",
                "[a]",
                "a,b",
                "'",
                "\"",
                "\\",
                "\n",
                "a\nb",
                "\t",
                "a\u2028b",
                "\u0085",
                "\u0000",
                "\uFEFF",
                "\uD83D\uDE00",
                "llama3.1:8b",
                "ollama/ollama",
                "a:",
                ":a",
                "a:b",
                "true",
                "-",
                "---",
                "..."
            })
    void meansTheTextToEveryReader(String text) {
        check(text);
    }

    @Test
    void meansTheTextToEveryReaderWhateverItIs() {
        Seeds.each(5000, random -> check(text(random)));
    }

    private static String text(SplittableRandom random) {
        String likely = "abyYnNoO01 .:-_#'\"\\{}[],&*!|>%@`~<=?\n\t/";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            if (random.nextInt(10) == 0) {
                int point = random.nextInt(0x11000);
                text.appendCodePoint(point >= 0xD800 && point < 0xE000 ? 'x' : point);
            } else {
                text.append(likely.charAt(random.nextInt(likely.length())));
            }
        }
        return text.toString();
    }

    private static void check(String text) {
        String block = "key: " + YamlQuote.scalar(text) + "\n";
        String flow = "key: [" + YamlQuote.scalar(text) + ", end]\n";
        Object in12 = new Load(LoadSettings.builder().build()).loadFromString(block);
        assertThat(in12).as("YAML 1.2: %s", block).hasToString("{key=" + text + "}");
        assertThat(((java.util.Map<?, ?>) in12).get("key")).isInstanceOf(String.class);
        Object in11 = new Yaml().load(block);
        assertThat(((java.util.Map<?, ?>) in11).get("key"))
                .as("YAML 1.1: %s", block)
                .isEqualTo(text);
        Object inFlow = new Yaml().load(flow);
        assertThat(((java.util.Map<?, ?>) inFlow).get("key"))
                .as("in flow: %s", flow)
                .isEqualTo(java.util.List.of(text, "end"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpu", "llama3.1:8b", "ollama/ollama", "ollama-hpa", "always"})
    void leavesPlainWordsPlain(String word) {
        assertThat(YamlQuote.scalar(word)).isEqualTo(word);
    }
}
