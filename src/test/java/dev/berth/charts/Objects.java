package dev.berth.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.manifest.Manifest;
import dev.berth.manifest.Manifests;
import dev.berth.plan.Plans;
import dev.berth.render.Renderer;
import dev.berth.source.Result;
import dev.berth.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The Kubernetes objects that a value file becomes. */
record Objects(List<Manifest> all) {

    static Objects of(String values) {
        Result<List<Manifest>> result =
                Manifests.of(Renderer.render(Plans.of(values), "digest", "1").files(), "1.35");
        assertThat(result.problems()).isEmpty();
        return new Objects(((Result.Ok<List<Manifest>>) result).value());
    }

    YamlNode object(String kindAndName) {
        return all.stream()
                .filter(manifest -> manifest.id().kindAndName().equals(kindAndName))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kindAndName))
                .tree();
    }

    List<Manifest> ofKind(String kind) {
        return all.stream()
                .filter(manifest -> manifest.id().kind().equals(kind))
                .toList();
    }

    /** Name and value of each variable; of one that comes from a Secret its key. */
    static Map<String, String> environment(YamlNode container) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (YamlNode variable : container.itemsAt("env")) {
            String key = variable.textAt("valueFrom.secretKeyRef.key");
            String value = key.isEmpty()
                    ? variable.textAt("value")
                    : "Secret " + variable.textAt("valueFrom.secretKeyRef.name") + " " + key;
            assertThat(variables.put(variable.textAt("name"), value))
                    .as("a variable that is set twice")
                    .isNull();
        }
        return variables;
    }
}
