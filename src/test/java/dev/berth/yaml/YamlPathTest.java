package dev.berth.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlPathTest {

    @Test
    void readsWhatItWrites() {
        String[] keys = {"a", "replicas", "gpu-memory", "berth.dev/group", "llama3.1:8b", "x y", "0"};
        Seeds.each(500, random -> {
            YamlPath path = YamlPath.ROOT.key("root");
            for (int i = random.nextInt(6); i > 0; i--) {
                path = random.nextBoolean()
                        ? path.key(keys[random.nextInt(keys.length)])
                        : path.index(random.nextInt(50));
            }
            assertThat(YamlPath.parse(path.toString())).contains(path);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a..b", "a[", "a[x]", "a.[0]", ".", "a.", "a b", "a[99999999999]"})
    void refusesWhatIsNoPath(String text) {
        assertThat(YamlPath.parse(text)).isEmpty();
    }
}
