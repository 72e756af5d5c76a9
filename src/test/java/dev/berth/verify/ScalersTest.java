package dev.berth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.files.FileSet;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.Manifests;
import dev.berth.plan.Plans;
import dev.berth.render.Renderer;
import dev.berth.source.Code;
import dev.berth.source.Problem;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Never two autoscalers for one workload, in any tree that a change of the engine passes through. */
class ScalersTest {

    private static FileSet files(String group) {
        return Renderer.render(
                        Plans.of(Plans.serving("name: phi3.5", "name: gemma2:2b, group: large")
                                + "inference: { groups: { default: { " + group + " }, large: {} } }\n"),
                        "digest",
                        "1")
                .files();
    }

    private static List<Manifest> objects(String group) {
        return ((Result.Ok<List<Manifest>>) Manifests.of(files(group), "1.35")).value();
    }

    private static List<String> scalers(String group) {
        return objects(group).stream()
                .filter(object ->
                        object.tree().textAt("spec.scaleTargetRef.name").equals("ollama"))
                .map(object -> object.id().kindAndName())
                .toList();
    }

    /** The procedure in src/docs/gitops.md, from one engine to the other and back. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "engine: hpa",
                "engine: hpa, paused: true",
                "engine: keda",
                "engine: keda, paused: true",
            })
    void everyTreeOfAChangeOfTheEngineIsSound(String group) {
        Result<List<Manifest>> checked = new RenderedChecks(Plans.catalog()).check(files(group));
        assertThat(checked.problems()).isEmpty();
        assertThat(scalers(group)).hasSize(group.contains("paused") ? 0 : 1);
    }

    @Test
    void theScalerOfAGroupIsThatOfItsEngine() {
        assertThat(scalers("engine: hpa")).containsExactly("HorizontalPodAutoscaler/ollama-hpa");
        assertThat(scalers("engine: keda")).containsExactly("ScaledObject/ollama");
        assertThat(objects("engine: keda"))
                .extracting(object -> object.id().kindAndName())
                .contains("HorizontalPodAutoscaler/ollama-large-hpa", "HorizontalPodAutoscaler/open-webui-hpa");
    }

    @Test
    void twoOfThemAreFound() {
        List<Manifest> both = new ArrayList<>(objects("engine: hpa"));
        Manifest scaledObject = objects("engine: keda").stream()
                .filter(object -> object.id().kind().equals("ScaledObject"))
                .findFirst()
                .orElseThrow();
        assertThat(competing(both.stream())).isEmpty();
        assertThat(competing(Stream.concat(both.stream(), Stream.of(scaledObject))))
                .extracting(Problem::message)
                .containsExactlyInAnyOrder(
                        "HorizontalPodAutoscaler/ollama-hpa in ollama and ScaledObject/ollama in ollama both scale"
                                + " StatefulSet/ollama",
                        "HorizontalPodAutoscaler/ollama-hpa in ollama and ScaledObject/ollama in ollama both make"
                                + " autoscaler `ollama-hpa`");
    }

    private static List<Problem> competing(Stream<Manifest> manifests) {
        Problems problems = new Problems();
        new Scalers(problems).check(manifests.toList());
        assertThat(problems.toList()).extracting(Problem::code).allMatch(Code.SCALERS_COMPETE::equals);
        return problems.toList();
    }
}
