package dev.berth.router;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.manifest.Manifest;
import dev.berth.manifest.Manifests;
import dev.berth.model.Gib;
import dev.berth.plan.Plan;
import dev.berth.plan.Plans;
import dev.berth.render.Renderer;
import dev.berth.source.Result;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Scalar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The configuration of the router as the chart renders it, and the environment of its container.
 *
 * @param files text by name, as the ConfigMap holds them
 * @param variables of the container, without those that come from the pod
 * @param memoryLimit of the container
 */
record RouterConfig(Plan plan, Map<String, String> files, Map<String, String> variables, Gib memoryLimit) {

    private static final double MIB_IN_GIB = 1024;

    static RouterConfig of(String values) {
        Plan plan = Plans.of(values);
        List<Manifest> objects = ((Result.Ok<List<Manifest>>)
                        Manifests.of(Renderer.render(plan, "digest", "1").files(), "1.35"))
                .value();
        Map<String, String> files = new TreeMap<>();
        object(objects, "ConfigMap/model-router")
                .entriesAt("data")
                .forEach((name, entry) -> files.put(name, ((Scalar) entry.value()).text()));
        assertThat(files).containsKey("haproxy.cfg");
        Map<String, String> variables = new TreeMap<>();
        YamlNode container = object(objects, "StatefulSet/model-router")
                .itemsAt("spec.template.spec.containers")
                .get(0);
        container.itemsAt("env").stream()
                .filter(variable -> !variable.textAt("value").isEmpty())
                .forEach(variable -> variables.put(variable.textAt("name"), variable.textAt("value")));
        String limit = container.textAt("resources.limits.memory");
        assertThat(limit).endsWith("Mi");
        return new RouterConfig(
                plan, files, variables, new Gib(Integer.parseInt(limit.replace("Mi", "")) / MIB_IN_GIB));
    }

    private static YamlNode object(List<Manifest> objects, String kindAndName) {
        return objects.stream()
                .filter(object -> object.id().kindAndName().equals(kindAndName))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kindAndName))
                .tree();
    }

    /** The same, with another value of a variable. */
    RouterConfig with(String variable, String value) {
        Map<String, String> changed = new TreeMap<>(variables);
        assertThat(changed.put(variable, value)).as(variable).isNotNull();
        return new RouterConfig(plan, files, changed, memoryLimit);
    }

    /** As the volume of the pod shows them. */
    void writeTo(Path folder) {
        files.forEach((name, text) -> {
            try {
                Files.writeString(folder.resolve(name), text);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }
}
