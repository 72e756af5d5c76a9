package dev.berth.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.model.Cidr;
import dev.berth.plan.Plan;
import dev.berth.plan.Plans;
import dev.berth.plan.azure.AzurePlan;
import dev.berth.render.Renderer;
import dev.berth.yaml.YamlNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who asks whom in the namespace of the models, as variables, configurations and monitors say it. */
final class NetworkFlows {

    static final String NAMESPACE = "ollama";

    private static final String POD = Workloads.POD;
    private static final Pattern URL = Pattern.compile("https?://([a-z0-9.-]+)(?::(\\d+))?");
    private static final Pattern SECRET_URL = Pattern.compile("Secret open-webui (\\S+-url)");
    private static final Pattern SERVER = Pattern.compile("(?m)^ +server \\S+ ([a-z0-9.-]+):(\\d+)\\b");
    private static final Pattern ENDPOINT = Pattern.compile(
            "subnetId: network\\.outputs\\.endpointsSubnetId\\s+targetId: \\S+\\s+groupId: '(\\w+)'\\s+zoneName: '([a-z.]+)'");
    private static final Pattern AZURE_PORT = Pattern.compile("(?:}:|port: )(\\d+)");

    private static final Peer DNS = Peer.pods("DNS", "kube-system", Map.of("k8s-app", "kube-dns"), Map.of());

    /** It stands for all addresses that are not private. */
    private static final Peer REGISTRY =
            Peer.outside("registry", Cidr.parse("203.0.113.1/32").orElseThrow());

    private final Plan plan;
    private final Map<String, String> bicep = new TreeMap<>();
    private final Objects objects;
    private final Workloads workloads;
    private final Set<Flow> flows = new LinkedHashSet<>();

    /** No selector names it: for Cilium it is neither a pod nor an address of a range. */
    private static final Peer API_SERVER = Peer.pods("API server", "", Map.of(), Map.of());

    private NetworkFlows(String values, Objects objects) {
        this.objects = objects;
        plan = Plans.of(values);
        Renderer.render(plan, "digest", "1").files().files().forEach((path, text) -> {
            if (path.value().endsWith(".bicep")) {
                bicep.put(path.value(), text);
            }
        });
        workloads = Workloads.of(objects, NAMESPACE);
    }

    static Set<Flow> of(String values, Objects objects) {
        NetworkFlows all = new NetworkFlows(values, objects);
        all.workloads.byPods().forEach((pods, workload) -> {
            all.variables(pods, workload);
            all.configurations(pods, workload);
        });
        all.triggers();
        // Whoever asks somebody by name asks for the address first; long answers come over TCP.
        all.flows.stream().map(Flow::from).distinct().toList().forEach(asking -> {
            all.flows.add(new Flow(asking, DNS, 53, "UDP"));
            all.flows.add(new Flow(asking, DNS, 53, "TCP"));
        });
        all.workloads.byPods().forEach(all::tokens);
        all.monitors();
        return all.flows;
    }

    private void variables(Peer pods, YamlNode workload) {
        Stream.of("containers", "initContainers")
                .flatMap(kind -> workload.itemsAt(POD + kind).stream())
                .flatMap(container -> Objects.environment(container).entrySet().stream())
                // It names who may ask, not who is asked.
                .filter(variable -> !variable.getKey().equals("CORS_ALLOW_ORIGIN"))
                .forEach(variable -> {
                    String value = variable.getValue();
                    URL.matcher(value).results().forEach(url -> flows.addAll(workloads.called(pods, url)));
                    SECRET_URL.matcher(value).results().forEach(secret -> azure(pods, secret.group(1)));
                });
    }

    /** Who has a token asks the API server, whose address each pod is told. */
    private void tokens(Peer pods, YamlNode workload) {
        if (workload.textAt(POD + "automountServiceAccountToken").equals("true")) {
            flows.add(new Flow(pods, API_SERVER, 443, "TCP"));
        }
    }

    /** HAProxy asks servers, and a script that pulls asks the registry. */
    private void configurations(Peer pods, YamlNode workload) {
        for (YamlNode volume : workload.itemsAt(POD + "volumes")) {
            String name = volume.textAt("configMap.name");
            if (!name.isEmpty()) {
                for (String file :
                        Peer.labels(objects.object("ConfigMap/" + name), "data").values()) {
                    SERVER.matcher(file).results().forEach(server -> flows.addAll(workloads.called(pods, server)));
                    if (file.contains("quietly pull ")) {
                        flows.add(new Flow(pods, REGISTRY, 443, "TCP"));
                    }
                }
            }
        }
    }

    /** The URL lies in the Key Vault: the module that makes the server writes it there. */
    private void azure(Peer from, String secret) {
        String module = bicep.values().stream()
                .filter(text -> text.contains("name: 'webui-" + secret + "'"))
                .findFirst()
                .orElseThrow();
        int port = AZURE_PORT
                .matcher(module)
                .results()
                .map(found -> Integer.parseInt(found.group(1)))
                .findFirst()
                .orElseThrow();
        for (AzurePlan.Region region : plan.azure().regions()) {
            Cidr subnet = (secret.equals("database-url") ? region.postgres() : region.endpoints()).value();
            flows.add(new Flow(from, Peer.outside(secret, subnet), port, "TCP"));
        }
    }

    /** KEDA's operator asks Prometheus, and Azure how long a queue is. */
    private void triggers() {
        for (var scaledObject : objects.ofKind("ScaledObject")) {
            String namespace = objects.object("HelmRelease/keda").textAt("spec.targetNamespace");
            Peer keda = Peer.pods("keda-operator", namespace, Map.of("app", "keda-operator"), Map.of());
            for (YamlNode trigger : scaledObject.tree().itemsAt("spec.triggers")) {
                URL.matcher(trigger.textAt("metadata.serverAddress"))
                        .results()
                        .forEach(url -> flows.add(new Flow(keda, prometheus(), Integer.parseInt(url.group(2)), "TCP")));
                if (trigger.textAt("type").equals("azure-queue")) {
                    endpoint(keda, "queue");
                }
            }
        }
    }

    /** The part of a storage account, in the subnet of the endpoints and under its name in the region's network. */
    private void endpoint(Peer from, String part) {
        assertThat(bicep.values())
                .anyMatch(text -> ENDPOINT.matcher(text)
                        .results()
                        .anyMatch(found -> found.group(1).equals(part)
                                && found.group(2).equals("privatelink." + part + ".core.windows.net")));
        plan.azure()
                .regions()
                .forEach(region -> flows.add(
                        new Flow(from, Peer.outside(part, region.endpoints().value()), 443, "TCP")));
    }

    private Peer prometheus() {
        String namespace = objects.object("HelmRelease/kube-prometheus-stack").textAt("spec.targetNamespace");
        return Peer.pods("Prometheus", namespace, Map.of("app.kubernetes.io/name", "prometheus"), Map.of());
    }

    private void monitors() {
        Peer prometheus = prometheus();
        for (var monitor : objects.ofKind("ServiceMonitor")) {
            objects.ofKind("Service").stream()
                    .<YamlNode>map(manifest -> manifest.tree())
                    .filter(service -> monitor.id().namespace().equals(service.textAt("metadata.namespace")))
                    .filter(service -> Peer.labels(service, "metadata.labels")
                            .entrySet()
                            .containsAll(Peer.labels(monitor.tree(), "spec.selector.matchLabels")
                                    .entrySet()))
                    .forEach(service -> workloads.chosen(service).forEach(pods -> {
                        for (YamlNode endpoint : monitor.tree().itemsAt("spec.endpoints")) {
                            int port = Workloads.target(service, "name", endpoint.textAt("port"), pods);
                            flows.add(new Flow(prometheus, pods, port, "TCP"));
                        }
                    }));
        }
    }
}
