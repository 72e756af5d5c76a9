package dev.berth.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.plan.Plan;
import dev.berth.plan.Plans;
import dev.berth.plan.ValueFileGenerator;
import dev.berth.source.Result;
import dev.berth.testing.Seeds;
import dev.berth.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OpenWebUiChartTest {

    private static final String SERVING = Plans.serving("name: phi3.5");
    private static final Objects INTERNAL = Objects.of(SERVING);
    private static final Objects DOCUMENT = Objects.of(Plans.example());

    private static YamlNode container(Objects objects) {
        return objects.object("Deployment/open-webui")
                .itemsAt("spec.template.spec.containers")
                .get(0);
    }

    private static Map<String, String> environment(Objects objects) {
        return Objects.environment(container(objects));
    }

    /** What several replicas need; the names and values are Open WebUI's own. */
    @Test
    void theEnvironmentIsComplete() {
        Map<String, String> expected = new TreeMap<>(Map.of(
                "WEBUI_SECRET_KEY", "Secret open-webui secret-key",
                "DATABASE_URL", "Secret open-webui database-url",
                "REDIS_URL", "Secret open-webui redis-url",
                "VECTOR_DB", "pgvector",
                "ENABLE_WEBSOCKET_SUPPORT", "True",
                "WEBSOCKET_MANAGER", "redis",
                "ENABLE_DB_MIGRATIONS", "False",
                "ENABLE_PERSISTENT_CONFIG", "False",
                "UVICORN_WORKERS", "1",
                "THREAD_POOL_SIZE", "2000"));
        expected.put("ENABLE_FORWARD_USER_INFO_HEADERS", "True");
        expected.putAll(Map.of(
                "DATABASE_POOL_SIZE", "15",
                "DATABASE_POOL_MAX_OVERFLOW", "20",
                "PGVECTOR_POOL_SIZE", "5",
                "PGVECTOR_POOL_MAX_OVERFLOW", "5",
                "DATABASE_USER_ACTIVE_STATUS_UPDATE_INTERVAL", "300",
                "OLLAMA_BASE_URLS", "http://ollama:11434",
                "AIOHTTP_CLIENT_TIMEOUT", "1320",
                "ENABLE_OPENAI_API", "False",
                "RAG_EMBEDDING_ENGINE", "ollama",
                "BYPASS_EMBEDDING_AND_RETRIEVAL", "True"));
        expected.putAll(Map.of(
                "ENABLE_PIP_INSTALL_FRONTMATTER_REQUIREMENTS", "False",
                "OFFLINE_MODE", "True",
                "ANONYMIZED_TELEMETRY", "False",
                "DO_NOT_TRACK", "True",
                "SCARF_NO_ANALYTICS", "True",
                "DATA_DIR", "/data",
                "STATIC_DIR", "/static",
                "HOME", "/tmp"));
        expected.putAll(Map.of(
                "WEBUI_ADMIN_EMAIL", "admin@localhost",
                "WEBUI_ADMIN_PASSWORD", "Secret open-webui admin-password",
                "TASK_MODEL", "phi3.5:3.8b",
                "ENABLE_TITLE_GENERATION", "true",
                "ENABLE_TAGS_GENERATION", "true",
                "ENABLE_FOLLOW_UP_GENERATION", "true",
                "ENABLE_RETRIEVAL_QUERY_GENERATION", "false",
                "ENABLE_SEARCH_QUERY_GENERATION", "false",
                "ENABLE_AUTOCOMPLETE_GENERATION", "false"));
        assertThat(environment(INTERNAL)).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    void theInitContainerSeesTheSameEnvironmentAndFolders() {
        YamlNode init = INTERNAL.object("Deployment/open-webui")
                .itemsAt("spec.template.spec.initContainers")
                .get(0);
        assertThat(Objects.environment(init)).isEqualTo(environment(INTERNAL));
        assertThat(init.itemsAt("volumeMounts"))
                .hasSameSizeAs(container(INTERNAL).itemsAt("volumeMounts"));
        assertThat(init.textAt("image")).isEqualTo(container(INTERNAL).textAt("image"));
        assertThat(init.textAt("command[2]")).contains("pg_advisory_lock", "command.upgrade", "PgvectorClient()");
    }

    @Test
    void everyGroupIsAskedForItsOwnModels() {
        Map<String, String> environment = environment(Objects.of(SERVING + "  - { name: gemma2:2b, group: big }\n"
                + "inference: { routing: round-robin, groups: { default: {}, big: {} } }\n"));
        assertThat(environment)
                .doesNotContainKey("ENABLE_FORWARD_USER_INFO_HEADERS")
                .containsEntry("OLLAMA_BASE_URLS", "http://ollama:11434;http://ollama-big:11434")
                .containsEntry(
                        "OLLAMA_API_CONFIGS",
                        "{\"0\":{\"enable\":true,\"model_ids\":[\"phi3.5:3.8b\"]},"
                                + "\"1\":{\"enable\":true,\"model_ids\":[\"gemma2:2b\"]}}");
    }

    /** The router knows who serves what. */
    @Test
    void theRouterIsAskedForAllModels() {
        Objects objects = Objects.of(SERVING + "  - { name: gemma2:2b, group: big }\n"
                + "inference: { groups: { default: {}, big: {} } }\n");
        assertThat(environment(objects))
                .containsEntry("OLLAMA_BASE_URLS", "http://ollama:11434")
                .doesNotContainKey("OLLAMA_API_CONFIGS");
        assertThat(objects.object("NetworkPolicy/open-webui")
                        .textAt("spec.egress[1].to[0].podSelector.matchLabels.app"))
                .isEqualTo("model-router");
    }

    /** Queries of documents are asked for only where documents are searched, which a model that makes embeddings does. */
    @Test
    void theTasksThatAreOnAreThoseThatThePlanCounts() {
        Map<String, String> environment = environment(Objects.of(SERVING + "  - { name: gemma2:2b }\n"));
        assertThat(environment).containsEntry("TASK_MODEL", "gemma2:2b");
        Plans.of(SERVING)
                .webUi()
                .tasks()
                .switches()
                .forEach(each -> assertThat(environment.get(each.task().variable()))
                        .isEqualTo(each.on().shown().equals("on") ? "true" : "false"));
    }

    @Test
    void aHostLimitsTheOrigins() {
        assertThat(environment(Objects.of(SERVING + "webui: { host: chat.example.com }\n")))
                .containsEntry("CORS_ALLOW_ORIGIN", "https://chat.example.com;http://chat.example.com");
    }

    /** The autoscaler of the architecture document. */
    @Test
    void theExampleEnvironmentHasTheDocumentsAutoscaler() {
        YamlNode hpa = DOCUMENT.object("HorizontalPodAutoscaler/open-webui-hpa");
        Map.ofEntries(
                        Map.entry("scaleTargetRef.kind", "Deployment"),
                        Map.entry("scaleTargetRef.name", "open-webui"),
                        Map.entry("minReplicas", "3"),
                        Map.entry("maxReplicas", "10"),
                        Map.entry("metrics[0].resource.name", "cpu"),
                        Map.entry("metrics[0].resource.target.averageUtilization", "70"),
                        Map.entry("metrics[1].resource.name", "memory"),
                        Map.entry("metrics[1].resource.target.averageUtilization", "80"),
                        Map.entry("behavior.scaleUp.stabilizationWindowSeconds", "0"),
                        Map.entry("behavior.scaleUp.selectPolicy", "Max"),
                        Map.entry("behavior.scaleUp.policies[0].type", "Pods"),
                        Map.entry("behavior.scaleUp.policies[0].value", "2"),
                        Map.entry("behavior.scaleUp.policies[0].periodSeconds", "60"),
                        Map.entry("behavior.scaleUp.policies[1].type", "Percent"),
                        Map.entry("behavior.scaleUp.policies[1].value", "50"),
                        Map.entry("behavior.scaleUp.policies[1].periodSeconds", "60"),
                        Map.entry("behavior.scaleDown.stabilizationWindowSeconds", "300"),
                        Map.entry("behavior.scaleDown.policies[0].type", "Pods"),
                        Map.entry("behavior.scaleDown.policies[0].value", "1"),
                        Map.entry("behavior.scaleDown.policies[0].periodSeconds", "60"))
                .forEach((path, value) ->
                        assertThat(hpa.textAt("spec." + path)).as(path).isEqualTo(value));
        assertThat(hpa.itemsAt("spec.metrics")).hasSize(2);
        assertThat(hpa.itemsAt("spec.behavior.scaleUp.policies")).hasSize(2);
        assertThat(hpa.itemsAt("spec.behavior.scaleDown.policies")).hasSize(1);
    }

    @Test
    void whatAnAutoscalerOwnsHasNoReplicas() {
        DOCUMENT.ofKind("HorizontalPodAutoscaler").forEach(scaler -> {
            String target = scaler.tree().textAt("spec.scaleTargetRef.kind") + "/"
                    + scaler.tree().textAt("spec.scaleTargetRef.name");
            assertThat(DOCUMENT.object(target).textAt("spec.replicas"))
                    .as(target)
                    .isEmpty();
        });
        assertThat(DOCUMENT.object("Deployment/open-webui").textAt("spec.strategy.type"))
                .isEqualTo("Recreate");
    }

    @Test
    void thePublicServiceIsTheDocumentsLoadBalancer() {
        YamlNode service = DOCUMENT.object("Service/open-webui");
        assertThat(service.textAt("spec.type")).isEqualTo("LoadBalancer");
        assertThat(service.textAt("spec.sessionAffinity")).isEqualTo("None");
        assertThat(service.textAt("spec.ports[0].port")).isEqualTo("80");
        assertThat(service.textAt("spec.ports[0].appProtocol")).isEqualTo("http");
        assertThat(
                        service.textAt(
                                "metadata.annotations[\"service.beta.kubernetes.io/azure-load-balancer-health-probe-request-path\"]"))
                .isEqualTo("/health");
        assertThat(DOCUMENT.object("NetworkPolicy/open-webui").itemsAt("spec.ingress[0].from"))
                .as("everybody")
                .isEmpty();
        assertThat(INTERNAL.object("Service/open-webui").textAt("spec.type")).isEqualTo("ClusterIP");
        assertThat(INTERNAL.object("NetworkPolicy/open-webui").itemsAt("spec.ingress[0].from"))
                .hasSize(1);
    }

    @Test
    void theProbesAskWhatOpenWebUiAnswers() {
        YamlNode container = container(INTERNAL);
        assertThat(container.textAt("startupProbe.httpGet.path")).isEqualTo("/health");
        assertThat(container.textAt("livenessProbe.httpGet.path")).isEqualTo("/health");
        assertThat(container.textAt("readinessProbe.httpGet.path")).isEqualTo("/ready");
    }

    /** The Secret has exactly the keys that the environment reads, and each comes from a secret that is asked for. */
    @Test
    void secretsComeFromTheVault() {
        YamlNode provider = INTERNAL.object("SecretProviderClass/open-webui");
        List<String> keys = environment(INTERNAL).values().stream()
                .filter(value -> value.startsWith("Secret open-webui "))
                .map(value -> value.replace("Secret open-webui ", ""))
                .toList();
        List<YamlNode> data = provider.itemsAt("spec.secretObjects[0].data");
        assertThat(data).extracting(item -> item.textAt("key")).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(provider.textAt("spec.secretObjects[0].secretName")).isEqualTo("open-webui");
        data.forEach(item -> assertThat(
                        provider.textAt("spec.parameters.objects").lines())
                .anyMatch(line -> line.strip().equals("objectName: " + item.textAt("objectName"))));
    }

    /** Two pools for requests and start, one for vectors; all replicas together leave the server's spare connections. */
    @Test
    void allReplicasTogetherHaveEnoughConnections() {
        Seeds.each(50, random -> {
            int max = 1 + random.nextInt(30);
            Plan plan = Plans.of(SERVING + "webui: { replicas: { min: 1, max: " + max + " } }\n");
            var facts = plan.webUi().facts();
            int each = 2
                            * (plan.webUi().pools().size().value()
                                    + plan.webUi().pools().overflow().value())
                    + facts.pools().vectorSize()
                    + facts.pools().vectorOverflow();
            assertThat(each * max)
                    .isLessThanOrEqualTo(
                            facts.database().connections() - facts.database().spare());
        });
    }

    @Test
    void idleMemoryIsAtMostThreeFifthsOfTheRequest() {
        Seeds.each(40, random -> {
            String text = new ValueFileGenerator(random).next();
            if (Plans.result(text) instanceof Result.Ok<Plan> ok
                    && ok.value().webUi().memoryTarget().value().amount() <= 80) {
                var webUi = ok.value().webUi();
                assertThat(webUi.facts().idleMemory().value().high().amount())
                        .isLessThanOrEqualTo(0.6 * webUi.memoryRequest().value().amount());
            }
        });
    }
}
