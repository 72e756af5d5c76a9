package dev.berth.verify;

import dev.berth.manifest.Manifest;
import dev.berth.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Pod Security Standards, as the admission of Kubernetes applies them to the pods of a namespace.
 *
 * @param levels what each namespace enforces
 */
record PodSecurity(Map<String, String> levels) {

    private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob");
    private static final Set<String> VOLUMES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");

    static PodSecurity of(List<Manifest> manifests) {
        Map<String, String> levels = new TreeMap<>();
        manifests.stream()
                .filter(manifest -> manifest.id().kind().equals("Namespace"))
                .forEach(manifest -> levels.put(
                        manifest.id().name(),
                        manifest.tree().textAt("metadata.labels[\"pod-security.kubernetes.io/enforce\"]")));
        return new PodSecurity(levels);
    }

    /** What the admission refuses; workloads of namespaces that nobody made, too. */
    List<String> refuses(List<Manifest> manifests) {
        List<String> refused = new ArrayList<>();
        for (Manifest manifest : manifests) {
            if (WORKLOADS.contains(manifest.id().kind())) {
                String level = levels.getOrDefault(manifest.id().namespace(), "no namespace");
                if (!level.equals("privileged")) {
                    restricted(manifest)
                            .forEach(what -> refused.add(manifest.id().kindAndName() + ": " + what));
                }
                if (!Set.of("privileged", "restricted").contains(level)) {
                    refused.add(manifest.id().kindAndName() + ": level " + level);
                }
            }
        }
        return refused;
    }

    private static Stream<String> restricted(Manifest manifest) {
        String template =
                manifest.id().kind().equals("CronJob") ? "spec.jobTemplate.spec.template.spec" : "spec.template.spec";
        YamlNode pod = manifest.tree().nodeAt(template).orElseThrow();
        List<String> refused = new ArrayList<>();
        for (String host : List.of("hostNetwork", "hostPID", "hostIPC")) {
            refuse(refused, host, pod.textAt(host).equals("true"));
        }
        for (YamlNode volume : pod.itemsAt("volumes")) {
            refuse(
                    refused,
                    "a volume of another kind",
                    VOLUMES.stream().noneMatch(kind -> volume.nodeAt(kind).isPresent()));
        }
        Stream.of("containers", "initContainers")
                .flatMap(kind -> pod.itemsAt(kind).stream())
                .forEach(container -> container(pod, container, refused));
        return refused.stream();
    }

    private static void container(YamlNode pod, YamlNode container, List<String> refused) {
        String context = "securityContext.";
        refuse(refused, "privileged", container.textAt(context + "privileged").equals("true"));
        refuse(
                refused,
                "privilege escalation",
                !container.textAt(context + "allowPrivilegeEscalation").equals("false"));
        refuse(
                refused,
                "capabilities",
                !container.textAt(context + "capabilities.drop[0]").equals("ALL")
                        || !container.itemsAt(context + "capabilities.add").isEmpty());
        refuse(
                refused,
                "root",
                !either(pod, container, "runAsNonRoot").equals("true")
                        || either(pod, container, "runAsUser").equals("0"));
        refuse(
                refused,
                "seccomp",
                !either(pod, container, "seccompProfile.type").equals("RuntimeDefault"));
        refuse(
                refused,
                "host port",
                container.itemsAt("ports").stream()
                        .anyMatch(port -> port.nodeAt("hostPort").isPresent()));
    }

    /** What a container says comes before what its pod says. */
    private static String either(YamlNode pod, YamlNode container, String field) {
        String own = container.textAt("securityContext." + field);
        return own.isEmpty() ? pod.textAt("securityContext." + field) : own;
    }

    private static void refuse(List<String> refused, String what, boolean is) {
        if (is) {
            refused.add(what);
        }
    }
}
