package dev.berth.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.model.Gib;
import dev.berth.testing.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackingTest {

    private static final List<ModelPlan> MODELS = Plans.of(Plans.serving(
                    "name: gemma2:2b",
                    "name: phi3.5",
                    "name: mistral:7b",
                    "name: llama3.1:8b, context: 8192",
                    "name: gpt-oss"))
            .models();

    @Test
    void findsTheHomesOfTheExampleEnvironment() {
        assertThat(Packing.of(MODELS.subList(0, 4), new Gib(14.5)))
                .hasToString("{llama3.1:8b, mistral:7b}, {phi3.5:3.8b, gemma2:2b}");
    }

    @Test
    void neverOverfillsLosesNothingAndDoesNotDependOnTheOrder() {
        Seeds.each(500, random -> {
            List<ModelPlan> some = new ArrayList<>(MODELS);
            Collections.shuffle(some, new Random(random.nextLong()));
            List<ModelPlan> chosen = some.subList(0, 1 + random.nextInt(some.size()));
            Gib capacity = new Gib(14.5 + random.nextInt(60));
            Packing packing = Packing.of(chosen, capacity);
            assertThat(packing.replicas().stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(chosen);
            packing.replicas()
                    .forEach(replica -> assertThat(
                                    replica.stream().map(Packing::need).reduce(new Gib(0), Gib::plus))
                            .isLessThanOrEqualTo(capacity));
            List<ModelPlan> shuffled = new ArrayList<>(chosen);
            Collections.shuffle(shuffled, new Random(random.nextLong()));
            assertThat(Packing.of(shuffled, capacity)).isEqualTo(packing);
        });
    }
}
