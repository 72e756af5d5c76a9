package dev.berth.plan.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.plan.Plans;
import dev.berth.source.Code;
import dev.berth.source.Problem;
import dev.berth.testing.Seeds;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ModelFitTest {

    private static final Pattern CHANGE =
            Pattern.compile("`(context|slots|kvCache|timeSlices|sharing): (\\w+)`|pool of `(\\w+)`");

    /** A model beside a small one that fits nearly anywhere. */
    private record Serving(String model, int context, int slots, String kvCache, String size, int slices) {

        static Serving random(SplittableRandom random) {
            List<String> models = List.of("mistral:7b", "llama3.1:8b", "phi3.5:3.8b", "deepseek-r1:8b", "gpt-oss:20b");
            String model = models.get(random.nextInt(models.size()));
            int limit = Plans.catalog().model(model).orElseThrow().contextLimit();
            return new Serving(
                    model,
                    Math.min(limit, 1024 << random.nextInt(8)),
                    1 + random.nextInt(4),
                    random.nextBoolean() ? "f16" : "q8_0",
                    random.nextBoolean() ? "Standard_NC4as_T4_v3" : "Standard_NC24ads_A100_v4",
                    1 + random.nextInt(3));
        }

        private String yaml() {
            return Plans.serving("name: \"" + model + "\", context: " + context)
                    + "gpuPools: [{ name: gpu, size: " + size + ", sharing: "
                    + (slices == 1 ? "exclusive" : "{ timeSlices: " + slices + " }") + " }]\n"
                    + "inference: { groups: { default: { slots: " + slots + ", kvCache: " + kvCache + " } } }\n";
        }

        Optional<Problem> refusal() {
            return Plans.result(yaml()).problems().stream()
                    .filter(problem -> problem.code() == Code.MODEL_DOES_NOT_FIT)
                    .findFirst();
        }

        /** With the change that a part of a hint describes. */
        Serving with(MatchResult change) {
            if (change.group(3) != null) {
                return new Serving(model, context, slots, kvCache, change.group(3), 1);
            }
            String value = change.group(2);
            return switch (change.group(1)) {
                case "context" -> new Serving(model, Integer.parseInt(value), slots, kvCache, size, slices);
                case "slots" -> new Serving(model, context, Integer.parseInt(value), kvCache, size, slices);
                case "kvCache" -> new Serving(model, context, slots, value, size, slices);
                case "timeSlices" -> new Serving(model, context, slots, kvCache, size, Integer.parseInt(value));
                default -> new Serving(model, context, slots, kvCache, size, 1);
            };
        }
    }

    @Test
    void everyChangeThatIsNamedIsEnough() {
        TreeSet<String> kinds = new TreeSet<>();
        Seeds.each(400, random -> {
            Serving serving = Serving.random(random);
            serving.refusal().ifPresent(problem -> {
                String hint = problem.hint();
                List<MatchResult> changes = CHANGE.matcher(hint).results().toList();
                assertThat(changes).as(hint).hasSize(hint.split(";").length);
                for (MatchResult change : changes) {
                    kinds.add(change.group(1) != null ? change.group(1) : "size");
                    assertThat(serving.with(change).refusal())
                            .as(serving + ": " + change.group())
                            .isEmpty();
                }
            });
        });
        if (Long.getLong("seed") == null) {
            assertThat(kinds)
                    .as("all kinds of changes were tried")
                    .containsExactly("context", "kvCache", "sharing", "size", "slots", "timeSlices");
        }
    }

    @Test
    void namesTheLargestContextTheCacheTypeAndTheCheapestSize() {
        String hint = new Serving("llama3.1:8b", 131072, 1, "f16", "Standard_NC4as_T4_v3", 1)
                .refusal()
                .orElseThrow()
                .hint();
        assertThat(hint)
                .isEqualTo(
                        "each of these makes it fit: `context: 58112`; `kvCache: q4_0` for its group; a group on a pool"
                                + " of `Standard_NC24ads_A100_v4`, one replica for each GPU ($4.775 an hour in westeurope)");
    }

    @Test
    void aModelThatSharesItsGroupMayGetOneOfItsOwn() {
        String slots = "inference: { groups: { default: { slots: 4 } } }\n";
        assertThat(Plans.result(Plans.serving("name: phi3.5, context: 8192", "name: gemma2:2b") + slots)
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.hint())
                        .contains("`slots: 3` for its group; a group of its own with `slots: 1`;"));
        assertThat(Plans.result(Plans.serving("name: phi3.5, context: 8192") + slots)
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.hint())
                        .contains("`slots: 3` for its group;")
                        .doesNotContain("of its own"));
    }

    @Test
    void whatNoSingleChangeMakesFitIsSaid() {
        assertThat(Plans.result("""
                        apiVersion: berth.dev/v1
                        azure: { regions: [australiacentral] }
                        models: [{ name: gpt-oss, context: 131072 }]
                        gpuPools: [{ name: gpu, size: Standard_NC4as_T4_v3, sharing: { timeSlices: 2 } }]
                        inference: { groups: { default: { slots: 4 } } }
                        """).problems())
                .filteredOn(problem -> problem.code() == Code.MODEL_DOES_NOT_FIT)
                .extracting(Problem::hint)
                .containsExactly("no single change is enough, and no size that is offered in australiacentral holds it:"
                        + " take a smaller model or quantization, or a shorter `context` with fewer `slots`");
    }
}
