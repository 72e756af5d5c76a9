package dev.berth.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The resources that this repository's Bicep evaluates to, against what Azure's types allow: the compiler takes any text
 * where Azure names a few words. It needs the compiler on the PATH and a folder of types, so it is no part of the build:
 * {@code mvn surefire:test -Dtest=AzureTypesCheck -Dazure.types=<folder>} runs it, as {@code .ci/run} does.
 */
class AzureTypesCheck {

    private static final Map<String, AzureType> TYPES = new HashMap<>();

    @TempDir
    static Path folder;

    @BeforeAll
    static void read() throws IOException {
        Path types = Path.of(Objects.requireNonNull(System.getProperty("azure.types"), "-Dazure.types=<folder>"));
        try (Stream<Path> files = Files.list(types)) {
            for (Path file : files.filter(name -> name.toString().contains("@")).toList()) {
                JsonNode tree = JsonMapper.shared().readTree(Files.readString(file));
                AzureType type = new AzureType();
                tree.get("paths")
                        .properties()
                        .forEach(path -> type.add(path.getKey(), path.getValue().stringValue()));
                TYPES.put(key(tree), type);
            }
        }
        assertThat(TYPES).hasSizeGreaterThan(50);
    }

    private static String key(JsonNode node) {
        return (node.get("type").stringValue() + "@" + node.get("apiVersion").stringValue()).toLowerCase(Locale.ROOT);
    }

    /** The evaluated resources of an entry file. */
    private static String snapshot(String entry) throws IOException, InterruptedException {
        Path copy = folder.resolve("bicep");
        if (!Files.exists(copy)) {
            Built.copyTree(Built.REPOSITORY.resolve("bicep"), copy);
        }
        return Snapshot.of(copy.resolve(entry)).text();
    }

    private static List<String> problems(String snapshot) {
        List<String> problems = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode resource : JsonMapper.shared().readTree(snapshot).get("predictedResources")) {
            String id = resource.get("id").stringValue();
            if (!ids.add(id)) {
                problems.add(id + " is there twice");
            }
            AzureType type = TYPES.get(key(resource));
            if (type == null) {
                problems.add("no type " + key(resource));
            } else {
                type.check(resource.get("name").stringValue(), withoutFrame(resource), problems::add);
            }
        }
        return problems;
    }

    /** The resource without what stands around every one, and its own name without its parents'. */
    private static JsonNode withoutFrame(JsonNode resource) {
        var plain = JsonMapper.shared().createObjectNode();
        resource.properties().forEach(entry -> plain.set(entry.getKey(), entry.getValue()));
        plain.remove(List.of("id", "type", "apiVersion"));
        String name = resource.get("name").stringValue();
        return plain.put("name", name.substring(name.lastIndexOf('/') + 1));
    }

    @Test
    void everyResourceIsAllowed() throws IOException, InterruptedException {
        try (Stream<Path> environments = Files.list(Built.REPOSITORY.resolve("bicep"))) {
            for (Path environment : environments.toList()) {
                for (String entry : List.of("foundation", "main")) {
                    String snapshot = snapshot(environment.getFileName() + "/" + entry + ".bicepparam");
                    assertThat(JsonMapper.shared().readTree(snapshot).get("predictedResources"))
                            .hasSizeGreaterThan(entry.equals("main") ? 40 : 1);
                    assertThat(problems(snapshot)).as("%s", environment).isEmpty();
                }
            }
        }
    }

    /** The check itself sees slips. */
    @Test
    void slipsAreSeen() throws IOException, InterruptedException {
        String right = snapshot("prod/main.bicepparam");
        for (var slip : Map.of(
                        "\"mode\": \"User\"", "\"mode\": \"user\"",
                        "\"networkPolicy\": \"cilium\"", "\"networkPolicy\": \"cillium\"",
                        "\"scaleDownMode\"", "\"scaleDownMod\"",
                        "\"intervalWeeks\": 1", "\"intervalWeeks\": 9",
                        "\"maxPods\": 30", "\"maxPods\": \"30\"",
                        "\"shareQuota\": 1024", "\"shareQuota\": true",
                        "\"roleDefinitionId\"", "\"roleDefinition\"",
                        "stprod", "st-prod")
                .entrySet()) {
            assertThat(right).contains(slip.getKey());
            assertThat(problems(right.replace(slip.getKey(), slip.getValue())))
                    .as(slip.getValue())
                    .isNotEmpty();
        }
    }
}
