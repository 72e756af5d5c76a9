package dev.berth.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.files.RelPath;
import dev.berth.model.Cidr;
import dev.berth.plan.Plan;
import dev.berth.plan.Plans;
import dev.berth.render.Renderer;
import dev.berth.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The network policies let through what the pods ask of each other, and nothing else. */
class NetworkFlowsTest {

    /** What no object says that somebody needs, and why it is allowed. */
    private static final Map<String, String> EXCEPTIONS = Map.ofEntries(
            Map.entry("open-webui ingress, all pods: http/TCP", "users, through a gateway of the cluster"),
            Map.entry("open-webui ingress, everybody: http/TCP", "users, through the load balancer"),
            Map.entry("open-webui egress, 172.16.0.0/12: 5432/TCP", "a value file may put the network of Azure there"),
            Map.entry("open-webui egress, 172.16.0.0/12: 10000/TCP", "the same"),
            Map.entry("open-webui egress, 192.168.0.0/16: 5432/TCP", "the same"),
            Map.entry("open-webui egress, 192.168.0.0/16: 10000/TCP", "the same"),
            Map.entry("model-router ingress, all pods: http/TCP", "workers of a queue, in namespaces of the user's"),
            Map.entry("ollama ingress, all pods: http/TCP", "the same, without a router"));

    private static final String ONE = Plans.serving("name: phi3.5");
    private static final String THREE =
            Plans.serving("name: phi3.5", "name: gemma2:2b, group: large", "name: mistral:7b, group: other");
    private static final String GROUPS = "groups: { default: {}, large: {}, other: {} }";

    private static final String SCHEDULED = Plans.serving(
            "name: gpt-oss",
            "name: phi3.5, keep: schedule, windows: [{ start: \"08:00\", end: \"18:00\", zone: Europe/Amsterdam }]");

    private static final String QUEUE = "inference: { groups: { default: { engine: keda, queue: { name: jobs } } } }\n";

    static final List<Rendered> ENVIRONMENTS = Stream.of(
                    ONE,
                    ONE + "inference: { routing: round-robin }\n",
                    THREE + "inference: { " + GROUPS + " }\n",
                    THREE + "inference: { routing: round-robin, " + GROUPS + " }\n",
                    ONE + "webui: { exposure: public, host: chat.example.com }\n",
                    ONE + QUEUE,
                    ONE + QUEUE.replace("groups", "routing: round-robin, groups"),
                    SCHEDULED)
            .map(Rendered::of)
            .toList();

    record Rendered(String values, Objects objects, Set<Flow> flows, Policies policies) {

        static Rendered of(String values) {
            Objects objects = Objects.of(values);
            return new Rendered(values, objects, NetworkFlows.of(values, objects), Policies.of(objects));
        }

        List<String> unneeded() {
            return policies.unneeded(NetworkFlows.NAMESPACE, flows);
        }

        @Override
        public String toString() {
            return values;
        }
    }

    @ParameterizedTest
    @FieldSource("ENVIRONMENTS")
    void bothEndsLetEveryFlowThrough(Rendered environment) {
        assertThat(environment.flows())
                .filteredOn(flow -> !environment.policies().let(flow))
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("ENVIRONMENTS")
    void everyPartOfARuleIsNeeded(Rendered environment) {
        assertThat(environment.unneeded()).isSubsetOf(EXCEPTIONS.keySet());
    }

    @Test
    void noExceptionOutlivesItsRule() {
        Set<String> used = new TreeSet<>();
        ENVIRONMENTS.forEach(environment -> used.addAll(environment.unneeded()));
        assertThat(used).containsExactlyInAnyOrderElementsOf(EXCEPTIONS.keySet());
    }

    @ParameterizedTest
    @FieldSource("ENVIRONMENTS")
    void whatNoPolicyNamesIsClosed(Rendered environment) {
        assertThat(environment.policies().all())
                .filteredOn(policy -> policy.textAt("metadata.namespace").equals(NetworkFlows.NAMESPACE))
                .anySatisfy(policy -> {
                    assertThat(policy.nodeAt("spec.podSelector")).isPresent();
                    assertThat(policy.entriesAt("spec.podSelector")).isEmpty();
                    assertThat(policy.itemsAt("spec.policyTypes"))
                            .extracting(type -> ((YamlNode.Scalar) type).text())
                            .containsExactlyInAnyOrder("Ingress", "Egress");
                });
    }

    /** Both ends of each private range, and the metadata of the node: HTTPS to the registry is no way to those. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "10.255.255.254",
                "172.16.0.1",
                "172.31.255.254",
                "192.168.0.1",
                "192.168.255.254",
                "100.64.0.1",
                "100.127.255.254",
                "169.254.169.254"
            })
    void theWriterReachesNoPrivateAddress(String address) {
        Peer inside = Peer.outside("inside", Cidr.parse(address + "/32").orElseThrow());
        Rendered environment = ENVIRONMENTS.get(0);
        assertThat(environment.flows())
                .filteredOn(flow -> flow.to().name().equals("registry"))
                .isNotEmpty()
                .noneMatch(flow ->
                        environment.policies().let(new Flow(flow.from(), inside, flow.port(), flow.protocol())));
    }

    @Test
    void theClockReachesTheApiServerAlone() {
        Rendered environment = ENVIRONMENTS.get(7);
        List<Flow> ofClock = environment.flows().stream()
                .filter(flow -> flow.from().name().equals("ollama-clock"))
                .toList();
        assertThat(ofClock).extracting(Flow::toString).containsExactly("ollama-clock -> API server 443/TCP");
        Peer clock = ofClock.get(0).from();
        assertThat(environment.flows())
                .filteredOn(flow -> !flow.from().equals(clock) && flow.port() != 443)
                .isNotEmpty()
                .noneMatch(
                        flow -> environment.policies().let(new Flow(clock, flow.to(), flow.port(), flow.protocol())));
    }

    /** Otherwise the checks above could be true of nothing. */
    @Test
    void theFlowsAreThoseOfTheDesign() {
        assertThat(ENVIRONMENTS.get(0).flows())
                .extracting(Flow::toString)
                .containsExactlyInAnyOrder(
                        "open-webui -> model-router 11434/TCP",
                        "open-webui -> database-url 5432/TCP",
                        "open-webui -> redis-url 10000/TCP",
                        "open-webui -> DNS 53/UDP",
                        "open-webui -> DNS 53/TCP",
                        "model-router -> ollama 11434/TCP",
                        "model-router -> model-router 11435/TCP",
                        "model-router -> DNS 53/UDP",
                        "model-router -> DNS 53/TCP",
                        "ollama-models -> registry 443/TCP",
                        "ollama-models -> DNS 53/UDP",
                        "ollama-models -> DNS 53/TCP",
                        "Prometheus -> model-router 8404/TCP");
        assertThat(ENVIRONMENTS.get(3).flows())
                .extracting(Flow::toString)
                .contains(
                        "open-webui -> ollama 11434/TCP",
                        "open-webui -> ollama-large 11434/TCP",
                        "open-webui -> ollama-other 11434/TCP")
                .noneMatch(flow -> flow.contains("model-router"));
        assertThat(ENVIRONMENTS.get(5).flows())
                .extracting(Flow::toString)
                .contains("keda-operator -> Prometheus 9090/TCP", "keda-operator -> queue 443/TCP");
    }

    /** The group of the subnet has its say too, and it is not Kubernetes'. */
    @Test
    void theSubnetOfTheEndpointsLetsInWhoeverAsksThere() {
        Rendered environment = ENVIRONMENTS.get(5);
        Plan plan = Plans.of(environment.values());
        Cidr endpoints = plan.azure().regions().get(0).endpoints().value();
        String ports = Renderer.render(plan, "digest", "1")
                .files()
                .files()
                .get(new RelPath("bicep/test/modules/network.bicep"))
                .lines()
                .filter(line -> line.contains("destinationPortRanges: ["))
                .collect(Collectors.joining());
        assertThat(environment.flows())
                .filteredOn(
                        flow -> flow.to().addresses().filter(endpoints::equals).isPresent())
                .hasSizeGreaterThan(1)
                .allSatisfy(flow -> assertThat(ports).contains("'" + flow.port() + "'"));
    }
}
