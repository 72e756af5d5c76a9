package dev.berth.router;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.plan.Plans;
import dev.berth.testing.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** HAProxy itself takes what is rendered, for either router. */
class RouterConfigTest {

    @TempDir
    Path folder;

    static List<String> environments() {
        return List.of(
                Plans.example(),
                Plans.serving("name: gemma2:2b, keep: onDemand"),
                Plans.serving("name: phi3.5", "name: gemma2:2b, group: large", "name: mistral:7b, group: small-2")
                        + "inference: { groups: { default: {}, large: {}, small-2: {} } }\n");
    }

    @ParameterizedTest
    @MethodSource("environments")
    void haproxyTakesIt(String values) throws IOException, InterruptedException {
        RouterConfig config = RouterConfig.of(values);
        config.writeTo(folder);
        for (String pod : List.of("model-router-0", "model-router-1")) {
            ProcessBuilder check = new ProcessBuilder(
                            Tools.require("haproxy").toString(), "-c", "-dW", "-f", folder.toString())
                    .redirectErrorStream(true);
            check.environment().putAll(config.variables());
            check.environment().put("POD_NAME", pod);
            check.environment().put("POD_IP", "127.0.0.1");
            Process process = check.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
        }
    }
}
