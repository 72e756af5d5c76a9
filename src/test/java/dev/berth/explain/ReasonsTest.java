package dev.berth.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.files.RelPath;
import dev.berth.manifest.Manifest;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.group.GroupPlan;
import dev.berth.plan.routing.RouterPlan;
import dev.berth.render.output.Provenance.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rendered files and objects say by themselves why their numbers are what they are. */
class ReasonsTest {

    private static final Pattern LINE_OF_A_VALUE_FILE = Pattern.compile("\\.yaml:[0-9]");
    private static final Pattern BOTH_REASONS =
            Pattern.compile("[0-9].* nodes?; min: (?<min>.{10,}?)( \\.\\.\\.)?; max: (?<max>.{10,}?)( \\.\\.\\.)?");
    private static final Pattern INDENT = Pattern.compile(" *");
    private static final String ANNOTATION = "metadata.annotations[\"berth.dev/because\"]";

    static List<RenderedPlan> environments() {
        return RenderedPlan.all();
    }

    private static Decision<?> decision(RenderedPlan environment, String id) {
        return Objects.requireNonNull(environment.plan().decisions().get(id), id);
    }

    private static List<String> lines(RenderedPlan environment, RelPath path) {
        return String.valueOf(environment.rendered().files().files().get(path))
                .lines()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("environments")
    void everyMarkedValueHasItsReasonAboveItOrAboveItsBlock(RenderedPlan environment) {
        List<String> without = new ArrayList<>();
        environment.rendered().provenance().marks().forEach((path, marks) -> {
            List<String> lines = lines(environment, path);
            for (Mark mark : marks) {
                String line = lines.get(mark.line() - 1);
                String reason = decision(environment, mark.decision()).because();
                boolean isReason = line.strip().startsWith("because: ");
                if (!isReason && !hasReason(lines, mark.line() - 1, reason)) {
                    without.add(path + ":" + mark.line() + " " + line.strip());
                }
            }
        });
        assertThat(without).isEmpty();
    }

    /** Looks at the comment directly above a line, then at the one above the block that the line is in. */
    private static boolean hasReason(List<String> lines, int index, String reason) {
        int above = index - 1;
        for (; isComment(lines.get(above)); above--) {
            if (lines.get(above).contains(reason)) {
                return true;
            }
        }
        int depth = indent(lines.get(index));
        while (above >= 0 && (lines.get(above).isBlank() || indent(lines.get(above)) >= depth)) {
            above--;
        }
        return above > 0 && depth > 0 && hasReason(lines, above, reason);
    }

    @ParameterizedTest
    @MethodSource("environments")
    void noCommentHasALineOfAValueFile(RenderedPlan environment) {
        environment
                .rendered()
                .files()
                .files()
                .forEach((path, text) -> assertThat(String.valueOf(text)
                                .lines()
                                .filter(line ->
                                        LINE_OF_A_VALUE_FILE.matcher(line).find()))
                        .as("%s", path)
                        .isEmpty());
    }

    /** Each kind has a name of its own for it. */
    private static String bound(Manifest autoscaler, String bound) {
        return autoscaler.tree().textAt("spec." + bound + "Replicas")
                + autoscaler.tree().textAt("spec." + bound + "ReplicaCount");
    }

    private static List<Manifest> autoscalers(RenderedPlan environment) {
        List<Manifest> autoscalers = new ArrayList<>(kind(environment, "HorizontalPodAutoscaler"));
        autoscalers.addAll(kind(environment, "ScaledObject"));
        return autoscalers;
    }

    @ParameterizedTest
    @MethodSource("environments")
    void autoscalersSayWhyTheirBoundsAre(RenderedPlan environment) {
        List<Manifest> autoscalers = autoscalers(environment);
        assertThat(autoscalers).isNotEmpty();
        for (Manifest autoscaler : autoscalers) {
            String workload = autoscaler.tree().textAt("spec.scaleTargetRef.name");
            GroupPlan group = group(environment, workload).orElse(null);
            Decision<Integer> min = group == null ? environment.plan().webUi().minReplicas() : group.minReplicas();
            Decision<Integer> max = group == null ? environment.plan().webUi().maxReplicas() : group.maxReplicas();
            assertThat(autoscaler.tree().textAt(ANNOTATION))
                    .as(workload)
                    .isEqualTo("min " + bound(autoscaler, "min") + ": " + min.because() + "; max "
                            + bound(autoscaler, "max") + ": " + max.because());
        }
    }

    private static Optional<GroupPlan> group(RenderedPlan environment, String workload) {
        return environment.plan().groups().stream()
                .filter(group -> workload.equals("ollama")
                        ? group.name().equals("default")
                        : workload.equals("ollama-" + group.name()))
                .findFirst();
    }

    @ParameterizedTest
    @MethodSource("environments")
    void disruptionBudgetsSayWhyNoMoreMayGo(RenderedPlan environment) {
        List<Manifest> budgets = kind(environment, "PodDisruptionBudget");
        assertThat(budgets).hasSizeGreaterThan(autoscalers(environment).size());
        for (Manifest budget : budgets) {
            String name = budget.tree().textAt("metadata.name").replace("-pdb", "");
            Decision<?> reason = group(environment, name)
                    .<Decision<?>>map(GroupPlan::homeReplicas)
                    .or(() -> environment
                            .plan()
                            .router()
                            .filter(router -> name.equals("model-router"))
                            .map(RouterPlan::connections))
                    .orElse(environment.plan().webUi().minReplicas());
            assertThat(budget.tree().textAt(ANNOTATION))
                    .as(name)
                    .startsWith("one replica at a time")
                    .endsWith(reason.shown() + ", " + reason.because());
        }
    }

    private static List<Manifest> kind(RenderedPlan environment, String kind) {
        return environment.objects().stream()
                .filter(object -> object.id().kind().equals(kind))
                .toList();
    }

    /** A tag of Azure takes 256 characters, so that reasons may be cut. */
    @ParameterizedTest
    @MethodSource("environments")
    void poolsSayWhyTheirBoundsAre(RenderedPlan environment) {
        String file = "bicep/test/main.bicepparam:";
        for (int index = 0; index <= environment.plan().pools().size(); index++) {
            String pool = file + "pools[" + index + "]";
            String because = environment.landed(pool + ".because").orElseThrow().value();
            Matcher reasons = BOTH_REASONS.matcher(because);
            assertThat(reasons.matches()).as(because).isTrue();
            assertThat(because).hasSizeLessThanOrEqualTo(256);
            assertThat(environment
                            .landed(pool + ".minNodes")
                            .orElseThrow()
                            .decision()
                            .because())
                    .startsWith(reasons.group("min"));
            assertThat(environment
                            .landed(pool + ".maxNodes")
                            .orElseThrow()
                            .decision()
                            .because())
                    .startsWith(reasons.group("max"));
        }
        assertThat(environment.landed(file + "systemPool.because").orElseThrow().value())
                .contains(environment.plan().systemPool().minNodes().because());
    }

    private static int indent(String line) {
        Matcher matcher = INDENT.matcher(line);
        return matcher.lookingAt() ? matcher.end() : 0;
    }

    private static boolean isComment(String line) {
        return line.strip().startsWith("#") || line.strip().startsWith("//");
    }
}
