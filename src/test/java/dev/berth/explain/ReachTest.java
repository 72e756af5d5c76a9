package dev.berth.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.bicep.ParameterFile;
import dev.berth.files.RelPath;
import dev.berth.manifest.Manifest;
import dev.berth.plan.decision.Input;
import dev.berth.render.output.Provenance.Mark;
import dev.berth.render.output.Rendered;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Scalar;
import dev.berth.yaml.YamlParser;
import dev.berth.yaml.YamlPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever sees a number in a rendered file or object can ask where it comes from. */
class ReachTest {

    static List<RenderedPlan> environments() {
        return RenderedPlan.all();
    }

    @ParameterizedTest
    @MethodSource("environments")
    void everyTracedFieldOfAnObjectLandsOnADecision(RenderedPlan environment) {
        FieldTrace trace = environment.trace();
        int traced = 0;
        for (Manifest object : environment.objects()) {
            for (YamlPath field : RenderedPlan.scalars(object.tree())) {
                Optional<String> decision =
                        ((Result.Ok<Optional<String>>) trace.decisionOf(object.id(), field)).value();
                if (decision.isPresent()) {
                    String address = object.id().kindAndName() + ":" + field;
                    assertThat(environment.landed(address)).as(address).hasValueSatisfying(landed -> {
                        assertThat(landed.decision())
                                .isSameAs(environment.plan().decisions().get(decision.get()));
                        assertThat(landed.value())
                                .isEqualTo(((Scalar) object.tree().at(field).orElseThrow()).text());
                    });
                    traced++;
                }
            }
        }
        assertThat(traced).isGreaterThan(50);
    }

    @ParameterizedTest
    @MethodSource("environments")
    void everyMarkOfAFileIsReachedByItsField(RenderedPlan environment) {
        environment.rendered().provenance().marks().forEach((path, marks) -> {
            List<String> reached = new ArrayList<>();
            for (YamlPath field : RenderedPlan.scalars(tree(path, environment.rendered()))) {
                environment
                        .landed(path + ":" + field)
                        .ifPresent(landed -> reached.add(landed.decision().id()));
            }
            assertThat(reached)
                    .as("%s", path)
                    .containsExactlyInAnyOrderElementsOf(
                            marks.stream().map(Mark::decision).toList());
        });
    }

    /** Whatever changes with the decisions is made of one, also what Helm computes; a digest is made of all. */
    @ParameterizedTest
    @MethodSource("environments")
    void everyFieldThatChangesWithADecisionLandsOnOne(RenderedPlan environment) {
        List<Manifest> traced = ((Result.Ok<List<Manifest>>) environment.trace().objects()).value();
        List<String> unexplained = new ArrayList<>();
        for (int i = 0; i < environment.objects().size(); i++) {
            Manifest object = environment.objects().get(i);
            for (YamlPath field : RenderedPlan.scalars(object.tree())) {
                String address = object.id().kindAndName() + ":" + field;
                boolean changes = !text(object, field).equals(text(traced.get(i), field));
                if (changes
                        && !address.contains("checksum/")
                        && environment.landed(address).isEmpty()) {
                    unexplained.add(address);
                }
            }
        }
        assertThat(unexplained).isEmpty();
    }

    private static Optional<String> text(Manifest object, YamlPath field) {
        return object.tree().at(field).map(node -> ((Scalar) node).text());
    }

    /**
     * What stands in the values of charts and in files of Flux stands in an object, unless only people read it there:
     * nothing but the values says what models take.
     */
    @ParameterizedTest
    @MethodSource("environments")
    void everyDecisionOfTheValuesIsReachedByAnObject(RenderedPlan environment) {
        Set<String> reached = new TreeSet<>();
        for (Manifest object : environment.objects()) {
            for (YamlPath field : RenderedPlan.scalars(object.tree())) {
                environment
                        .landed(object.id().kindAndName() + ":" + field)
                        .ifPresent(landed -> reached.add(landed.decision().id()));
            }
        }
        Set<String> only = new TreeSet<>();
        environment.plan().models().forEach(model -> only.add(model.residency().id()));
        Set<String> marked = environment.rendered().provenance().marks().entrySet().stream()
                .filter(file -> !file.getKey().value().startsWith("bicep/"))
                .flatMap(file -> file.getValue().stream())
                .map(Mark::decision)
                .collect(Collectors.toCollection(TreeSet::new));
        marked.removeAll(reached);
        // An expression that rests on several decisions lands on the first of them.
        environment
                .plan()
                .loads()
                .values()
                .forEach(load -> List.of(load.rise(), load.window(), load.mostPerHour())
                        .forEach(decision -> marked.remove(decision.id())));
        assertThat(marked).isEqualTo(only);
    }

    /** Whoever reads a reason can go on asking. */
    @ParameterizedTest
    @MethodSource("environments")
    void everyInputOfADecisionCanBeAskedFor(RenderedPlan environment) {
        environment
                .plan()
                .decisions()
                .values()
                .forEach(decision -> decision.inputs().forEach(input -> {
                    if (input instanceof Input.FromDecision from) {
                        assertThat(environment
                                        .explainer()
                                        .explain("plan:" + from.decision().id()))
                                .as(decision.id())
                                .isInstanceOf(Result.Ok.class);
                    }
                }));
    }

    private static YamlNode tree(RelPath path, Rendered rendered) {
        SourceFile file = new SourceFile(
                path.value(), String.valueOf(rendered.files().files().get(path)));
        return ((Result.Ok<YamlNode>)
                        (path.value().endsWith(ParameterFile.SUFFIX)
                                ? ParameterFile.parse(file)
                                : YamlParser.parse(file)))
                .value();
    }
}
