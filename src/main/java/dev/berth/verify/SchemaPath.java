package dev.berth.verify;

import dev.berth.manifest.ObjectId;
import java.util.List;
import java.util.Locale;

/** Where the schema of a kind is kept, in the layout that kubeconform looks schemas up in. */
final class SchemaPath {

    /** Folder of the kinds that do not belong to Kubernetes itself. */
    static final String CUSTOM = "crds";

    private SchemaPath() {}

    /** {@code v1.35.0-standalone-strict/}. */
    static String folder(String kubernetesVersion) {
        return "v" + kubernetesVersion + ".0-standalone-strict/";
    }

    /** Of the kinds of Kubernetes, and of others: {@code crds/helm.toolkit.fluxcd.io/helmrelease_v2.json}. */
    static List<String> candidates(String kubernetesVersion, ObjectId id) {
        return List.of(folder(kubernetesVersion) + builtIn(id), custom(id));
    }

    /** {@code statefulset-apps-v1.json}. */
    private static String builtIn(ObjectId id) {
        String group = id.group().isEmpty() ? "" : id.group().split("\\.", 2)[0] + "-";
        return (id.kind() + "-" + group + id.version()).toLowerCase(Locale.ROOT) + ".json";
    }

    private static String custom(ObjectId id) {
        String file = (id.kind() + "_" + id.version()).toLowerCase(Locale.ROOT) + ".json";
        return CUSTOM + "/" + id.group() + "/" + file;
    }
}
