package dev.berth.plan.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.model.Gib;
import dev.berth.plan.Plans;
import dev.berth.plan.memory.ModelPlan;
import dev.berth.testing.Seeds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HomePlacementTest {

    private static Tenant tenant(String name, double residency, double predicted) {
        return new Tenant(name, new Gib(residency), new Gib(predicted));
    }

    private static GpuRoom room(double capacity) {
        return new GpuRoom(new Gib(capacity), 0.8);
    }

    private static Optional<HomePlacement> atLeast(
            int ordinals, List<Tenant> tenants, List<Tenant> guests, GpuRoom room) {
        return HomePlacement.atLeast(ordinals, tenants, tenant -> true, guests, room);
    }

    /** The architecture document's models, with one slot each on a T4. */
    private static final List<ModelPlan> MODELS = Plans.of(Plans.example()).models();

    private static final List<Tenant> HOMES = MODELS.stream()
            .filter(ModelPlan::isKeptAlways)
            .map(ModelPlan::tenant)
            .toList();

    private static final Tenant DEEPSEEK = MODELS.get(4).tenant();
    private static final Tenant GPT_OSS = MODELS.get(5).tenant();

    /** Levelled by memory alone mistral and phi3.5 would be together, and deepseek-r1 beside neither. */
    @Test
    void aGuestFindsRoomBesideTheSmallModelsOfTheDocument() {
        HomePlacement placement =
                atLeast(0, HOMES, List.of(DEEPSEEK, GPT_OSS), room(14.5)).orElseThrow();
        assertThat(placement).hasToString("{phi3.5:3.8b, gemma2:2b}, {llama3.1:8b, mistral:7b}");
        assertThat(placement.ordinals()).extracting(HomeSet::guests).containsExactly(List.of(DEEPSEEK), List.of());
        assertThat(atLeast(0, HOMES, List.of(), room(14.5)).orElseThrow())
                .hasToString("{llama3.1:8b, gemma2:2b}, {mistral:7b, phi3.5:3.8b}");
    }

    @Test
    void aFurtherModelStartsByOllamasPredictionAndStaysByItsTrueSize() {
        Tenant first = tenant("first", 6, 20);
        assertThat(room(6).holds(List.of(first))).isTrue();
        assertThat(room(5.9).holds(List.of(first))).isFalse();
        assertThat(room(11).holds(List.of(first, tenant("next", 4, 4)))).isTrue();
        assertThat(room(11).holds(List.of(first, tenant("next", 4, 4.1)))).isFalse();
        assertThat(room(11).holds(List.of(first, tenant("next", 5.1, 4)))).isFalse();
        assertThat(room(11).takesBeside(List.of(first), tenant("guest", 5, 4))).isTrue();
        assertThat(room(11).takesBeside(List.of(first), tenant("guest", 5, 4.1)))
                .isFalse();
        assertThat(room(11).takesBeside(List.of(), tenant("guest", 11, 20))).isTrue();
        assertThat(room(5).takesBeside(List.of(first), tenant("guest", 0.1, 0.1)))
                .isFalse();
    }

    @Test
    void nothingNeedsNoReplicaAndTooLargeATenantHasNoPlacement() {
        assertThat(atLeast(0, List.of(), List.of(), room(14.5))).contains(HomePlacement.NONE);
        assertThat(atLeast(0, List.of(GPT_OSS), List.of(), room(14))).isEmpty();
        assertThat(atLeast(3, HOMES, List.of(), room(14.5)))
                .hasValueSatisfying(
                        placement -> assertThat(placement.mostHomes()).isEqualTo(2));
        assertThat(atLeast(5, HOMES, List.of(), room(14.5)))
                .hasValueSatisfying(
                        placement -> assertThat(placement.ordinals()).hasSize(HOMES.size()));
    }

    /** Few tenants are weighed in every way, many are not. */
    @ParameterizedTest
    @ValueSource(ints = {8, 20})
    void placesEveryTenantOnceWithinCapacityWhateverTheOrder(int most) {
        Seeds.each(2000, seed -> {
            RandomTenants random = new RandomTenants(seed);
            List<Tenant> tenants = random.some("home-", most);
            List<Tenant> guests = random.some("guest-", 3);
            GpuRoom room = random.room();
            Predicate<Tenant> always = tenants.subList(0, seed.nextInt(tenants.size() + 1))::contains;
            Optional<HomePlacement> fewest = HomePlacement.atLeast(0, tenants, always, guests, room);
            assertThat(fewest.isPresent()).isEqualTo(tenants.stream().allMatch(tenant -> room.holds(List.of(tenant))));
            assertThat(HomePlacement.atLeast(0, random.shuffled(tenants), always, random.shuffled(guests), room))
                    .isEqualTo(fewest);
            fewest.ifPresent(placement -> {
                assertValid(placement, tenants, always, guests, room);
                int ordinals = placement.ordinals().size();
                for (int more = ordinals; more <= tenants.size(); more++) {
                    HomePlacement levelled = HomePlacement.atLeast(more, tenants, always, guests, room)
                            .orElseThrow();
                    assertThat(levelled.ordinals()).hasSizeGreaterThanOrEqualTo(more);
                    assertValid(levelled, tenants, always, guests, room);
                }
            });
        });
    }

    private static void assertValid(
            HomePlacement placement,
            List<Tenant> tenants,
            Predicate<Tenant> always,
            List<Tenant> guests,
            GpuRoom room) {
        assertThat(placement.lasting())
                .allMatch(set -> set.homes().stream().anyMatch(always))
                .isSortedAccordingTo(Comparator.comparing(set -> Tenant.total(set.homes())));
        assertThat(placement.scheduled())
                .noneMatch(set -> set.homes().stream().anyMatch(always))
                .isSortedAccordingTo(Comparator.comparing(set -> Tenant.total(set.homes())));
        GpuRoom larger = new GpuRoom(room.capacity().plus(new Gib(0.5)), room.headroom());
        assertThat(placement.ordinals().stream().flatMap(set -> set.homes().stream()))
                .containsExactlyInAnyOrderElementsOf(tenants);
        assertThat(placement.ordinals()).allSatisfy(set -> {
            assertThat(set.homes()).isNotEmpty().isEqualTo(Tenant.inLoadOrder(set.homes()));
            assertThat(Tenant.total(set.homes())).isLessThanOrEqualTo(room.capacity());
            assertThat(room.holds(set.homes())).isTrue();
            assertThat(larger.holds(set.homes())).isTrue();
            assertThat(set.guests())
                    .containsExactlyElementsOf(guests.stream()
                            .filter(guest -> room.takesBeside(set.homes(), guest))
                            .toList());
        });
    }

    @Test
    void moreMemoryNeverNeedsMoreReplicas() {
        Seeds.each(2000, seed -> {
            RandomTenants random = new RandomTenants(seed);
            List<Tenant> tenants = random.some("home-", HomePlacement.WEIGHED);
            GpuRoom room = random.room();
            GpuRoom larger = new GpuRoom(room.capacity().times(1 + seed.nextDouble()), room.headroom());
            atLeast(0, tenants, List.of(), room)
                    .ifPresent(placement -> assertThat(atLeast(0, tenants, List.of(), larger)
                                    .orElseThrow()
                                    .ordinals())
                            .hasSizeLessThanOrEqualTo(placement.ordinals().size()));
        });
    }

    @Test
    void noPartitionOfFewTenantsIsBetter() {
        Seeds.each(1000, seed -> {
            RandomTenants random = new RandomTenants(seed);
            List<Tenant> tenants = random.some("home-", 6);
            List<Tenant> guests = random.some("guest-", 3);
            GpuRoom room = random.room();
            Predicate<Tenant> always = tenants.subList(0, seed.nextInt(tenants.size() + 1))::contains;
            List<List<List<Tenant>>> valid = partitions(tenants)
                    .filter(parts -> parts.stream().allMatch(room::holds))
                    .toList();
            for (int ordinals = 0; ordinals <= tenants.size(); ordinals++) {
                int exactly = ordinals;
                Optional<Penalty> least = valid.stream()
                        .filter(parts -> parts.size() == exactly)
                        .map(parts -> penalty(parts, always, guests, room))
                        .min(Comparator.naturalOrder());
                assertThat(HomePlacement.partition(tenants, always, guests, room)
                                .into(ordinals)
                                .map(found -> penalty(found, always, guests, room)))
                        .isEqualTo(least);
            }
            assertThat(atLeast(0, tenants, guests, room)
                            .map(placement -> placement.ordinals().size()))
                    .isEqualTo(valid.stream().map(List::size).min(Comparator.naturalOrder()));
        });
    }

    /** Every way to share out the tenants: the first alone or with any part of a partition of the others. */
    private static Stream<List<List<Tenant>>> partitions(List<Tenant> tenants) {
        if (tenants.isEmpty()) {
            return Stream.of(List.of());
        }
        return partitions(tenants.subList(1, tenants.size()))
                .flatMap(parts -> IntStream.rangeClosed(0, parts.size()).mapToObj(place -> {
                    List<List<Tenant>> joined = new ArrayList<>(parts);
                    List<Tenant> part = new ArrayList<>(place < parts.size() ? joined.remove(place) : List.of());
                    part.add(tenants.get(0));
                    joined.add(part);
                    return joined;
                }));
    }

    private static Penalty penalty(
            List<List<Tenant>> parts, Predicate<Tenant> always, List<Tenant> guests, GpuRoom room) {
        long lasting =
                parts.stream().filter(part -> part.stream().anyMatch(always)).count();
        int crowding =
                parts.stream().mapToInt(part -> part.size() * part.size()).sum();
        long leftOut = parts.stream()
                .flatMap(part -> guests.stream().filter(guest -> !room.takesBeside(part, guest)))
                .count();
        double memory = parts.stream()
                .mapToDouble(part -> Tenant.total(part).amount() * 1024)
                .map(mib -> mib * mib)
                .sum();
        return new Penalty((int) lasting, crowding, (int) leftOut, memory);
    }
}
