package dev.berth.plan.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.catalog.LlmModel;
import dev.berth.model.Gib;
import dev.berth.plan.Plans;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.placement.HomeSet;
import dev.berth.plan.placement.Tenant;
import dev.berth.testing.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoutesTest {

    private static final LlmModel ANY =
            Plans.catalog().models().values().iterator().next();

    private static RoutedModel model(String name, boolean hasHome, String... aliases) {
        LlmModel model = new LlmModel(
                name,
                List.of(aliases),
                String.format(Locale.ROOT, "%04x00000000", name.hashCode() & 0xffff),
                ANY.family(),
                ANY.parameters(),
                ANY.activeParameters(),
                ANY.quantization(),
                ANY.weights(),
                ANY.layers(),
                ANY.heads(),
                ANY.kvHeads(),
                ANY.headDimension(),
                ANY.embeddingLength(),
                ANY.contextLimit(),
                ANY.embedding(),
                ANY.document(),
                ANY.citation());
        return new RoutedModel(model, number("slots", 2), number("context", 4096), hasHome);
    }

    private static Decision<Integer> number(String id, int value) {
        return Decision.derived(id, value, String.valueOf(value)).by("given");
    }

    private static HomeSet homes(List<String> homes, List<String> guests) {
        return new HomeSet(tenants(homes), tenants(guests));
    }

    private static List<Tenant> tenants(List<String> names) {
        return names.stream()
                .map(name -> new Tenant(name, new Gib(1), new Gib(1)))
                .toList();
    }

    @Test
    void homesComeFirstThenRoomBesideOthersThenWhatBelongsToNobody() {
        RoutedModel home = model("home:1", true);
        RoutedModel guest = model("guest:1", false);
        RoutedModel large = model("large:1", false);
        RoutedGroup group = new RoutedGroup(
                "default",
                List.of(
                        homes(List.of("other:1"), List.of("guest:1")),
                        homes(List.of("home:1"), List.of()),
                        homes(List.of("home:1"), List.of("guest:1"))),
                number("max", 6),
                List.of(home, guest, large, model("other:1", true)));
        assertThat(group.ordinals(home)).containsExactly(1, 2, 3, 4, 5);
        assertThat(group.ordinals(guest)).containsExactly(0, 2, 3, 4, 5);
        assertThat(group.ordinals(large)).containsExactly(4, 5, 3);
    }

    @Test
    void everyNameOfAModelLeadsToIt() {
        Routes routes = Routes.of(List.of(new RoutedGroup(
                "default",
                List.of(),
                number("max", 1),
                List.of(
                        model("phi3.5:3.8b", true, "phi3.5"),
                        model("Own-Model", true, "taken"),
                        model("taken", false)))));
        assertThat(routes.backends())
                .containsEntry("phi3.5", "m_default_phi3_5_3_8b")
                .containsEntry("phi3.5:latest", "m_default_phi3_5_3_8b")
                .containsEntry("phi3.5:3.8b", "m_default_phi3_5_3_8b")
                .containsEntry("own-model", "m_default_own_model")
                .containsEntry("own-model:latest", "m_default_own_model")
                .containsEntry("taken", "m_default_taken")
                .doesNotContainKey("phi3.5:3.8b:latest");
    }

    private static RoutedGroup group(String name, String... models) {
        return new RoutedGroup(
                name,
                List.of(),
                number("max", 1),
                Stream.of(models).map(model -> model(model, true)).toList());
    }

    private static List<String> backends(RoutedGroup... groups) {
        return Routes.of(List.of(groups)).all().stream().map(Route::backend).toList();
    }

    /** Files with the same digest, too, have as many backends as names. */
    @Test
    void modelsWhoseNamesDifferInSignsHaveBackendsOfTheirOwn() {
        assertThat(backends(group("default", "a-b", "c:1"))).containsExactly("m_default_a_b", "m_default_c_1");
        List<String> two = List.of("m_default_a_b__2f_2f_2d", "m_default_a_b__2f_2f_2e");
        assertThat(backends(group("default", "a-b", "a.b"))).isEqualTo(two);
        assertThat(backends(group("default", "a-b", "a.b", "a:b", "a_b_2f_2f_2d", "c:1")))
                .startsWith(two.get(0), two.get(1))
                .endsWith("m_default_c_1")
                .doesNotHaveDuplicates();
        assertThat(backends(group("default", "a:b"), group("default-a", "b")))
                .hasSize(2)
                .doesNotHaveDuplicates();
        assertThat(backends(group("default", "a--b.c", "a-b..c", "a-b-.c"))).doesNotHaveDuplicates();
    }

    @Test
    void noTwoModelsEverShareABackend() {
        String signs = "-._:/";
        Seeds.each(300, random -> {
            List<String> names = Stream.generate(() -> {
                        StringBuilder name = new StringBuilder("a");
                        for (int part = random.nextInt(1, 4); part > 0; part--) {
                            for (int sign = random.nextInt(1, 3); sign > 0; sign--) {
                                name.append(signs.charAt(random.nextInt(signs.length())));
                            }
                            name.append("a2f2d".charAt(random.nextInt(5)));
                        }
                        return name.toString();
                    })
                    .limit(40)
                    .distinct()
                    .toList();
            int cut = random.nextInt(names.size());
            assertThat(backends(
                            group("a", names.subList(0, cut).toArray(String[]::new)),
                            group("a-a", names.subList(cut, names.size()).toArray(String[]::new))))
                    .hasSameSizeAs(names)
                    .doesNotHaveDuplicates();
        });
    }

    /** Whatever the placement: each replica once, and never one that keeps others and has no room beside them. */
    @Test
    void nobodyIsSentToTheHomeOfOthers() {
        Seeds.each(500, random -> {
            int models = random.nextInt(1, 8);
            List<RoutedModel> all = IntStream.range(0, models)
                    .mapToObj(i -> model("m" + i + ":1", random.nextBoolean()))
                    .toList();
            List<HomeSet> homes = Stream.generate(() -> {
                        List<String> names = new ArrayList<>(
                                all.stream().map(RoutedModel::name).toList());
                        Collections.shuffle(names, new Random(random.nextLong()));
                        int cut = random.nextInt(models + 1);
                        return homes(names.subList(0, cut), names.subList(cut, random.nextInt(cut, models + 1)));
                    })
                    .limit(random.nextInt(5))
                    .toList();
            int max = random.nextInt(1, 9);
            RoutedGroup group = new RoutedGroup("g", homes, number("max", max), all);
            for (RoutedModel model : all) {
                List<Integer> ordinals = group.ordinals(model);
                assertThat(new HashSet<>(ordinals)).hasSameSizeAs(ordinals);
                assertThat(ordinals)
                        .containsAll(IntStream.range(homes.size(), Math.max(homes.size(), max))
                                .boxed()
                                .toList());
                List<Integer> below = ordinals.stream()
                        .filter(ordinal -> ordinal < homes.size())
                        .toList();
                assertThat(below)
                        .allMatch(ordinal -> Stream.concat(
                                        homes.get(ordinal).homes().stream(), homes.get(ordinal).guests().stream())
                                .anyMatch(tenant -> tenant.name().equals(model.name())));
                List<Integer> own = below.stream()
                        .filter(ordinal -> homes.get(ordinal).homes().stream()
                                .anyMatch(tenant -> tenant.name().equals(model.name())))
                        .toList();
                assertThat(ordinals.subList(0, own.size())).isEqualTo(own);
            }
            List<Integer> starts = all.stream()
                    .filter(model -> !model.hasHome())
                    .map(group::ordinals)
                    .flatMap(ordinals -> ordinals.stream()
                            .filter(ordinal -> ordinal >= homes.size())
                            .limit(1))
                    .collect(Collectors.toList());
            assertThat(new HashSet<>(starts)).hasSize(Math.min(starts.size(), Math.max(0, max - homes.size())));
        });
    }

    /** Each model that a value file may name can be asked for, in either router. */
    @Test
    void acceptedPlansLeadEveryModelSomewhere() {
        assertThat(Plans.of(Plans.example()).router().orElseThrow().routes().all())
                .hasSize(6)
                .allSatisfy(route -> assertThat(route.ordinals()).isNotEmpty());
    }
}
