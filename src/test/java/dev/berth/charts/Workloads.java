package dev.berth.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The workloads of a namespace by their pods, which Services choose by their labels. */
record Workloads(Objects objects, Map<Peer, YamlNode> byPods) {

    static final String POD = "spec.template.spec.";

    static Workloads of(Objects objects, String namespace) {
        Map<Peer, YamlNode> byPods = new LinkedHashMap<>();
        Stream.of("Deployment", "StatefulSet", "DaemonSet", "Job")
                .flatMap(kind -> objects.ofKind(kind).stream())
                .filter(manifest -> manifest.id().namespace().equals(namespace))
                .forEach(manifest -> byPods.put(pods(manifest.tree(), namespace), manifest.tree()));
        objects.ofKind("CronJob").stream()
                .filter(manifest -> manifest.id().namespace().equals(namespace))
                .map(manifest -> manifest.tree().nodeAt("spec.jobTemplate").orElseThrow())
                .forEach(job -> byPods.put(pods(job, namespace), job));
        return new Workloads(objects, byPods);
    }

    private static Peer pods(YamlNode workload, String namespace) {
        Map<String, Integer> ports = new TreeMap<>();
        for (YamlNode container : workload.itemsAt(POD + "containers")) {
            for (YamlNode port : container.itemsAt("ports")) {
                ports.put(
                        port.textAt("name") + "/" + port.textAt("protocol"),
                        Integer.parseInt(port.textAt("containerPort")));
            }
        }
        // The name of the writer ends with the digest of what it writes; the jobs of a CronJob get their names later.
        String name = workload.nodeAt("metadata.name").isPresent()
                ? workload.textAt("metadata.name").replaceFirst("-[0-9a-f]{12}$", "")
                : workload.textAt("spec.template.metadata.labels.app");
        return Peer.pods(name, namespace, Peer.labels(workload, "spec.template.metadata.labels"), ports);
    }

    /** A host is a Service, or a pod of one, to which the Service gives a name. */
    List<Flow> called(Peer from, MatchResult address) {
        List<String> parts = List.of(
                address.group(1).replaceFirst("\\.svc\\.cluster\\.local$", "").split("\\."));
        String pod = parts.size() == 3 ? parts.get(0) : "";
        YamlNode service = objects.object("Service/" + parts.get(parts.size() == 3 ? 1 : 0));
        int port = address.group(2) == null
                ? address.group().startsWith("https") ? 443 : 80
                : Integer.parseInt(address.group(2));
        boolean headless = service.textAt("spec.clusterIP").equals("None");
        List<Flow> found = chosen(service)
                .filter(pods -> pod.isEmpty() || pod.matches(Pattern.quote(pods.name()) + "-\\d+"))
                .map(pods -> new Flow(from, pods, headless ? port : target(service, "port", "" + port, pods), "TCP"))
                .toList();
        assertThat(found)
                .as(address.group())
                .isNotEmpty()
                .allSatisfy(flow -> assertThat(flow.to().ports()).containsValue(flow.port()));
        return found;
    }

    Stream<Peer> chosen(YamlNode service) {
        return byPods.keySet().stream().filter(pods -> pods.has(Peer.labels(service, "spec.selector")));
    }

    /** The port of the pods behind a port of the Service, which the key and its value find. */
    static int target(YamlNode service, String key, String value, Peer pods) {
        String target = service.itemsAt("spec.ports").stream()
                .filter(port -> port.textAt(key).equals(value))
                .map(port -> port.textAt("targetPort"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(service.textAt("metadata.name") + " has no port " + value));
        Integer named = pods.ports().get(target + "/TCP");
        return named == null ? Integer.parseInt(target) : named;
    }
}
