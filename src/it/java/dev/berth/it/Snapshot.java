package dev.berth.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a Bicep parameter file evaluates to, without Azure.
 *
 * @param text as the compiler writes it
 */
record Snapshot(String text) {

    /** @param entry the parameter file */
    static Snapshot of(Path entry) throws IOException, InterruptedException {
        List<String> command = List.of(
                "bicep",
                "snapshot",
                entry.toString(),
                "--subscription-id",
                "11111111-1111-1111-1111-111111111111",
                "--tenant-id",
                "22222222-2222-2222-2222-222222222222",
                "--location",
                "westeurope",
                "--deployment-name",
                "main");
        Built.Answer answer = Built.run(command, Built.REPOSITORY, Map.of("DOTNET_CLI_TELEMETRY_OPTOUT", "1"));
        assertThat(answer.exit()).as(answer.text()).isZero();
        return new Snapshot(Files.readString(Path.of(entry.toString().replace(".bicepparam", ".snapshot.json"))));
    }

    Stream<JsonNode> resources() {
        return StreamSupport.stream(
                JsonMapper.shared().readTree(text).get("predictedResources").spliterator(), false);
    }

    /** The resources whose type ends so, such as {@code agentPools}, in a region. */
    Stream<JsonNode> resources(String type, String region) {
        return resources()
                .filter(resource -> resource.get("type").stringValue().endsWith("/" + type)
                        && resource.get("id").stringValue().contains("/rg-llm-prod-" + region + "/"));
    }
}
