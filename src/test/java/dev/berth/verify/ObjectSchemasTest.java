package dev.berth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.files.FileSet;
import dev.berth.files.RelPath;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.Manifests;
import dev.berth.manifest.ObjectId;
import dev.berth.plan.Plans;
import dev.berth.render.Renderer;
import dev.berth.source.Code;
import dev.berth.source.Problem;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlParser;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectSchemasTest {

    private static final FileSet FILES = Renderer.render(Plans.of(Plans.serving("name: phi3.5")), "digest", "1")
            .files();

    private static List<Manifest> manifests() {
        return ((Result.Ok<List<Manifest>>) Manifests.of(FILES, "1.35")).value();
    }

    private static List<Problem> check(Manifest original, String text) {
        SourceFile file = new SourceFile(original.template(), text);
        var tree = (YamlNode.Mapping) ((Result.Ok<YamlNode>) YamlParser.parse(file)).value();
        return new ObjectSchemas("1.35")
                .check(new Manifest(original.region(), original.id(), original.template(), file, tree));
    }

    /** A misspelt field is found in every kind that we emit, at the top and inside. */
    @TestFactory
    Stream<DynamicTest> anUnknownFieldFailsInEveryKind() {
        return manifests().stream()
                .map(manifest -> DynamicTest.dynamicTest(manifest.id().toString(), () -> {
                    String text = manifest.text().text();
                    assertThat(check(manifest, text)).isEmpty();
                    assertThat(check(manifest, text.replace("metadata:\n  name:", "metadata:\n  nam: x\n  name:")))
                            .extracting(Problem::code)
                            .containsExactly(Code.OBJECT_INVALID);
                    assertThat(check(manifest, text + "\nspek: {}\n"))
                            .extracting(Problem::code)
                            .containsExactly(Code.OBJECT_INVALID);
                }));
    }

    @Test
    void aMisspeltFieldDeepInsideIsShownWithItsPlaceAndTheRightName() {
        Manifest stateful = manifests().stream()
                .filter(manifest -> manifest.id().kindAndName().equals("StatefulSet/ollama"))
                .findFirst()
                .orElseThrow();
        List<Problem> problems = check(
                stateful,
                stateful.text()
                        .text()
                        .replace(
                                "        - name: ollama\n          image:", "        - name: ollama\n          imag:"));
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).message()).contains("unknown field `imag` in `spec.template.spec.containers[0]`");
        assertThat(problems.get(0).hint()).contains("did you mean `image`?");
    }

    /** What came after Flux 2.7, which the AKS extension has, is as unknown as a slip. */
    @ParameterizedTest
    @CsvSource({
        "HelmRelease/ollama, 'spec:', 'spec:\n  waitStrategy: { name: poller }'",
        "HelmRelease/ollama, 'spec:', 'spec:\n  healthCheckExprs: []'",
        "HelmRelease/ollama, 'spec:', 'spec:\n  postRenderStrategy: combined'",
        "HelmRelease/ollama, '  install:', '  install:\n    serverSideApply: true'",
        "HelmRelease/ollama, '  upgrade:', '  upgrade:\n    serverSideApply: auto'",
        "HelmRelease/ollama, '  upgrade:', '  upgrade:\n    chartNameChangeStrategy: Reinstall'",
        "HelmRelease/ollama, 'valuesKey: storageAccount', 'valuesKey: storageAccount\n      literal: true'",
        "Kustomization/apps, 'spec:', 'spec:\n  ignore: []'"
    })
    void fieldsNewerThanTheFluxOfAksAreUnknown(String object, String before, String after) {
        Manifest manifest = manifests().stream()
                .filter(candidate -> candidate.id().kindAndName().equals(object))
                .findFirst()
                .orElseThrow();
        String text = manifest.text().text().replaceFirst(before, after.replace("\\n", "\n"));
        assertThat(text).isNotEqualTo(manifest.text().text());
        assertThat(check(manifest, text)).extracting(Problem::code).containsExactly(Code.OBJECT_INVALID);
    }

    @Test
    void aKindWithoutSchemaIsRefused() {
        Manifest service = manifests().get(0);
        Manifest unknown = new Manifest(
                service.region(),
                new ObjectId("example.com/v1", "Thing", "", "x"),
                service.template(),
                service.text(),
                service.tree());
        assertThat(new ObjectSchemas("1.35").check(unknown))
                .extracting(Problem::code)
                .containsExactly(Code.KIND_WITHOUT_SCHEMA);
    }

    @Test
    void twoObjectsOfOneNameAreRefused() {
        TreeMap<RelPath, String> files = new TreeMap<>(FILES.files());
        RelPath account = new RelPath("charts-out/test/ollama/templates/serviceaccount.yaml");
        String twice = files.get(account) + "---\n" + files.get(account);
        files.put(account, twice);
        assertThat(new Verifier("1.35").verify(FileSet.of(files)).problems())
                .extracting(Problem::code)
                .containsExactly(Code.OBJECT_REPEATED);
    }
}
