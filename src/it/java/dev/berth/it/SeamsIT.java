package dev.berth.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.files.FileSet;
import dev.berth.files.RelPath;
import dev.berth.load.EnvironmentLoader;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.Manifests;
import dev.berth.plan.Plan;
import dev.berth.plan.Planner;
import dev.berth.plan.Plans;
import dev.berth.render.Renderer;
import dev.berth.source.Result;
import dev.berth.testing.Tools;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Mapping;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What Bicep creates, Flux passes on and the charts use has the same name on every side, in each of two regions. */
class SeamsIT {

    private static final List<String> REGIONS = List.of("westeurope", "northeurope");
    private static final Pattern SECRET = Pattern.compile("/secrets/([a-z-]+)/providers/");
    private static final Pattern OBJECT_NAME = Pattern.compile("objectName: ([a-z-]+)");

    @TempDir
    static Path folder;

    private static FileSet files;
    private static List<Manifest> objects;
    private static Snapshot azure;

    @BeforeAll
    static void render() throws Exception {
        Tools.require("bicep");
        String text = Plans.example()
                        .replace("regions: [westeurope]", "regions: [westeurope, northeurope]")
                        .replace("engine: hpa", "engine: keda\n      queue: { name: jobs }")
                + "\ngitops: { url: https://git.example.com/llm.git }\n";
        Result<Plan> plan = EnvironmentLoader.check(
                        Path.of("target/no-project"), Plans.catalog(), Plans.schema(), "prod", text)
                .then(new Planner(Plans.catalog())::plan);
        files = Renderer.render(((Result.Ok<Plan>) plan).value(), "digest", "1").files();
        objects = ((Result.Ok<List<Manifest>>) Manifests.of(files, "1.35")).value();
        for (var file : files.in(new RelPath("bicep")).files().entrySet()) {
            Path path = folder.resolve(file.getKey().value());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.writeString(path, file.getValue());
        }
        azure = Snapshot.of(folder.resolve("bicep/prod/main.bicepparam"));
    }

    private static Stream<YamlNode> ofKind(String kind, String region) {
        return objects.stream()
                .filter(object ->
                        object.id().kind().equals(kind) && object.region().equals(region))
                .map(Manifest::tree);
    }

    private static YamlNode object(String kind, String name, String region) {
        return ofKind(kind, region)
                .filter(object -> object.textAt("metadata.name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void fluxSubstitutesEveryFactInTheFolderOfItsRegion() {
        for (String region : REGIONS) {
            JsonNode root = azure.resources("fluxConfigurations", region)
                    .findFirst()
                    .orElseThrow()
                    .at("/properties/kustomizations/root");
            assertThat(root.get("path").stringValue()).isEqualTo("./environments/prod/" + region);
            assertThat(files.files()).containsKey(new RelPath("environments/prod/" + region + "/kustomization.yaml"));
            Set<String> facts = object("ConfigMap", "cluster-facts", region)
                    .entriesAt("data")
                    .keySet();
            assertThat(root.at("/postBuild/substitute").propertyNames()).containsExactlyInAnyOrderElementsOf(facts);
            root.at("/postBuild/substitute")
                    .values()
                    .forEach(value -> assertThat(value.stringValue()).matches("[A-Za-z0-9._:/-]+|\\[reference\\(.*"));
        }
    }

    @Test
    void gpuPodsFitTheLabelsAndTaintsOfTheirPoolAndNobodyElseToleratesThem() {
        for (String region : REGIONS) {
            Map<String, JsonNode> pools = azure.resources("agentPools", region)
                    .collect(Collectors.toMap(SeamsIT::lastName, pool -> pool.get("properties")));
            assertThat(pools).containsOnlyKeys("apps", "gpu");
            assertThat(pools.get("apps").at("/nodeTaints")).isEmpty();
            assertThat(pools.get("gpu").at("/nodeTaints/0").stringValue()).isEqualTo("sku=gpu:NoSchedule");
            Map<String, String> labels = new TreeMap<>();
            pools.get("gpu")
                    .get("nodeLabels")
                    .properties()
                    .forEach(
                            label -> labels.put(label.getKey(), label.getValue().stringValue()));
            labels.put("kubernetes.azure.com/agentpool", "gpu");
            List<YamlNode> tolerating = placements(region).stream()
                    .filter(pod -> !pod.itemsAt("tolerations").isEmpty())
                    .toList();
            assertThat(tolerating).hasSize(3);
            for (YamlNode pod : tolerating) {
                assertThat(pod.textAt("tolerations[0].key")).isEqualTo("sku");
                assertThat(pod.textAt("tolerations[0].value")).isEqualTo("gpu");
                assertThat(pod.entriesAt("nodeSelector")).isNotEmpty();
                pod.entriesAt("nodeSelector")
                        .keySet()
                        .forEach(label -> assertThat(pod.textAt("nodeSelector[\"" + label + "\"]"))
                                .as(label)
                                .isEqualTo(labels.get(label)));
            }
        }
    }

    @Test
    void podsChoosePoolsThatAreThere() {
        for (String region : REGIONS) {
            Set<String> chosen = placements(region).stream()
                    .map(pod -> pod.textAt("nodeSelector[\"kubernetes.azure.com/agentpool\"]"))
                    .filter(pool -> !pool.isEmpty())
                    .collect(Collectors.toSet());
            assertThat(chosen)
                    .containsExactlyInAnyOrderElementsOf(azure.resources("agentPools", region)
                            .map(SeamsIT::lastName)
                            .toList());
        }
    }

    /** Pod templates, and the values of releases that place pods, at any depth. */
    private static List<YamlNode> placements(String region) {
        List<YamlNode> found = new ArrayList<>();
        objects.stream()
                .filter(object -> object.region().equals(region))
                .forEach(object -> collect(object.tree(), found));
        return found;
    }

    private static void collect(YamlNode node, List<YamlNode> found) {
        if (node instanceof Mapping mapping) {
            if (mapping.get("nodeSelector").isPresent()
                    || mapping.get("tolerations").isPresent()) {
                found.add(mapping);
            }
            mapping.entries().values().forEach(entry -> collect(entry.value(), found));
        }
    }

    @Test
    void everyFederatedServiceAccountExistsAndNamesItsIdentity() {
        for (String region : REGIONS) {
            Set<String> subjects = azure.resources("federatedIdentityCredentials", region)
                    .map(credential -> credential.at("/properties/subject").stringValue())
                    .collect(Collectors.toSet());
            YamlNode grafana = object("HelmRelease", "kube-prometheus-stack", region);
            assertThat(subjects)
                    .containsExactlyInAnyOrder(
                            "system:serviceaccount:ollama:"
                                    + object("ServiceAccount", "open-webui", region)
                                            .textAt("metadata.name"),
                            "system:serviceaccount:" + grafana.textAt("spec.targetNamespace") + ":"
                                    + grafana.textAt("spec.releaseName") + "-grafana",
                            "system:serviceaccount:"
                                    + object("HelmRelease", "keda", region).textAt("spec.targetNamespace")
                                    + ":keda-operator");
            assertThat(object("ServiceAccount", "open-webui", region)
                            .textAt("metadata.annotations[\"azure.workload.identity/client-id\"]"))
                    .contains("webuiClientId");
        }
    }

    @Test
    void sharesHaveTheNamesAndSizesThatVolumesUse() {
        for (String region : REGIONS) {
            Map<String, String> created = new TreeMap<>();
            azure.resources("shares", region)
                    .forEach(share -> created.put(
                            lastName(share), share.at("/properties/shareQuota").asString() + "Gi"));
            Map<String, String> used = new TreeMap<>();
            ofKind("PersistentVolume", region)
                    .forEach(volume -> used.put(
                            volume.textAt("spec.csi.volumeAttributes.shareName"),
                            volume.textAt("spec.capacity.storage")));
            assertThat(used).isEqualTo(created).hasSize(2);
        }
    }

    @Test
    void whatPodsReadFromTheVaultTheirIdentityMayReadAndNothingElse() {
        for (String region : REGIONS) {
            Set<String> granted = azure.resources("roleAssignments", region)
                    .map(role -> SECRET.matcher(role.get("id").stringValue()))
                    .filter(Matcher::find)
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> read = Stream.concat(
                            ofKind("SecretProviderClass", region).map(vault -> vault.textAt("spec.parameters.objects")),
                            Stream.of(object("HelmRelease", "kube-prometheus-stack", region)
                                    .textAt("spec.values.extraManifests.grafana.spec.parameters.objects")))
                    .flatMap(text -> OBJECT_NAME.matcher(text).results())
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(read).isEqualTo(granted).hasSize(6);
            Set<String> written =
                    azure.resources("secrets", region).map(SeamsIT::lastName).collect(Collectors.toSet());
            assertThat(read).containsAll(written).hasSizeGreaterThan(written.size());
        }
    }

    @Test
    void theQueuesThatScaleAreThereAndTheirCounterReadsThemAndNothingElse() {
        for (String region : REGIONS) {
            Set<String> counted = ofKind("ScaledObject", region)
                    .flatMap(scaledObject -> scaledObject.itemsAt("spec.triggers").stream())
                    .map(trigger -> trigger.textAt("metadata.queueName"))
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toSet());
            assertThat(counted).containsExactly("jobs");
            assertThat(azure.resources("queues", region).map(SeamsIT::lastName))
                    .containsExactlyInAnyOrderElementsOf(counted);
            List<String> roles = azure.resources("roleAssignments", region)
                    .filter(role ->
                            role.at("/properties/principalId").stringValue().contains("/id-keda-"))
                    .map(role -> role.get("id")
                                    .stringValue()
                                    .replaceAll(".*/queues/|/providers/[^/]+/roleAssignments/.*", "")
                            + " "
                            + role.at("/properties/roleDefinitionId")
                                    .stringValue()
                                    .replaceAll(".*/", ""))
                    .toList();
            // Storage Queue Data Reader
            assertThat(roles).containsExactly("jobs 19e7f393-937e-4f77-808e-94535e297925");
            String substituted = azure.resources("fluxConfigurations", region)
                    .findFirst()
                    .orElseThrow()
                    .at("/properties/kustomizations/root/postBuild/substitute/queueAccount")
                    .stringValue();
            assertThat(azure.resources("queueServices", region)
                            .map(service -> service.get("id").stringValue()))
                    .singleElement(InstanceOfAssertFactories.STRING)
                    .contains("/storageAccounts/" + substituted + "/");
        }
    }

    @Test
    void theQueuesHaveAPrivateAddressAndNoOther() {
        for (String region : REGIONS) {
            JsonNode endpoint = azure.resources("privateEndpoints", region)
                    .filter(found -> lastName(found).startsWith("pe-queues-"))
                    .findFirst()
                    .orElseThrow()
                    .at("/properties/privateLinkServiceConnections/0/properties");
            assertThat(endpoint.at("/groupIds/0").stringValue()).isEqualTo("queue");
            JsonNode account = azure.resources("storageAccounts", region)
                    .filter(found ->
                            endpoint.at("/privateLinkServiceId").stringValue().endsWith("/" + lastName(found)))
                    .findFirst()
                    .orElseThrow();
            assertThat(lastName(account)).matches("sqprod[a-z0-9]{1,18}");
            assertThat(account.get("kind").stringValue()).isEqualTo("StorageV2");
            assertThat(account.at("/properties/publicNetworkAccess").stringValue())
                    .isEqualTo("Disabled");
            assertThat(account.at("/properties/allowSharedKeyAccess").booleanValue())
                    .isFalse();
            assertThat(account.at("/properties/minimumTlsVersion").stringValue())
                    .isEqualTo("TLS1_2");
            assertThat(azure.resources("privateDnsZones", region).map(SeamsIT::lastName))
                    .contains("privatelink.queue.core.windows.net");
        }
    }

    private static String lastName(JsonNode resource) {
        String name = resource.get("name").stringValue();
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
