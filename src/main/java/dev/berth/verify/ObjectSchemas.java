package dev.berth.verify;

import dev.berth.manifest.Manifest;
import dev.berth.manifest.ObjectId;
import dev.berth.schema.JsonSchema;
import dev.berth.source.Code;
import dev.berth.source.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Checks objects against the strict schemas of their kinds: a field that Kubernetes does not know is an error. */
final class ObjectSchemas {

    private final String folder;
    private final Map<String, Optional<JsonSchema>> schemas = new ConcurrentHashMap<>();

    /** @param kubernetesVersion minor version, such as 1.35 */
    ObjectSchemas(String kubernetesVersion) {
        this.folder = folder(kubernetesVersion);
    }

    static String folder(String kubernetesVersion) {
        return "v" + kubernetesVersion + ".0-standalone-strict/";
    }

    /** {@code statefulset-apps-v1.json}, as kubeconform names it. */
    static String fileName(ObjectId id) {
        String[] groupAndVersion = id.apiVersion().split("/", 2);
        boolean core = groupAndVersion.length == 1;
        String group = core ? "" : groupAndVersion[0].split("\\.", 2)[0] + "-";
        String version = groupAndVersion[groupAndVersion.length - 1];
        return (id.kind() + "-" + group + version).toLowerCase(Locale.ROOT) + ".json";
    }

    List<Problem> check(Manifest manifest) {
        String path = "schemas/" + folder + fileName(manifest.id());
        Optional<JsonSchema> schema = schemas.computeIfAbsent(path, JsonSchema::find);
        if (schema.isEmpty()) {
            return List.of(new Problem(
                    Code.KIND_WITHOUT_SCHEMA,
                    manifest.text().start(),
                    "no schema for " + manifest.id().apiVersion() + " "
                            + manifest.id().kind(),
                    "add its strict schema to src/main/resources/" + path));
        }
        return schema.get().check(manifest.tree()).stream()
                .map(found -> new Problem(
                        Code.OBJECT_INVALID, found.at(), manifest.id() + ": " + found.message(), found.hint()))
                .toList();
    }
}
