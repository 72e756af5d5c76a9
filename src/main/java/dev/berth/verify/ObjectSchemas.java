package dev.berth.verify;

import dev.berth.manifest.Manifest;
import dev.berth.manifest.ObjectId;
import dev.berth.schema.JsonSchema;
import dev.berth.source.Code;
import dev.berth.source.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Checks objects against the strict schemas of their kinds: a field that Kubernetes does not know is an error. */
final class ObjectSchemas {

    private final String kubernetesVersion;
    private final Map<String, Optional<JsonSchema>> schemas = new ConcurrentHashMap<>();

    /** @param kubernetesVersion minor version, such as 1.35 */
    ObjectSchemas(String kubernetesVersion) {
        this.kubernetesVersion = kubernetesVersion;
    }

    List<Problem> check(Manifest manifest) {
        Optional<JsonSchema> schema = schema(manifest.id());
        if (schema.isEmpty()) {
            return List.of(new Problem(
                    Code.KIND_WITHOUT_SCHEMA,
                    manifest.text().start(),
                    "no schema for " + manifest.id().apiVersion() + " "
                            + manifest.id().kind(),
                    "add its strict schema to src/main/resources/schemas, as "
                            + String.join(" or ", SchemaPath.candidates(kubernetesVersion, manifest.id()))));
        }
        return schema.get().check(manifest.tree()).stream()
                .map(found -> new Problem(
                        Code.OBJECT_INVALID, found.at(), manifest.id() + ": " + found.message(), found.hint()))
                .toList();
    }

    private Optional<JsonSchema> schema(ObjectId id) {
        return SchemaPath.candidates(kubernetesVersion, id).stream()
                .map(path -> schemas.computeIfAbsent("schemas/" + path, JsonSchema::find))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
