package dev.berth.plan.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.model.Gib;
import dev.berth.model.KvCacheType;
import dev.berth.plan.Plans;
import dev.berth.plan.placement.SlotChoice.Served;
import dev.berth.testing.Seeds;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SlotChoiceTest {

    private static final GpuRoom T4 = new GpuRoom(new Gib(14.5), 0.8);

    private static Tenant tenant(String model, int context, int slots) {
        ModelMemory memory = new ModelMemory(
                Plans.catalog().model(model).orElseThrow(), Plans.catalog().ollama(), KvCacheType.F16);
        return memory.tenant(context, memory.slots(slots));
    }

    private static Served served(List<String> homes, List<String> guests, int slots) {
        return new Served(
                homes.stream().map(model -> tenant(model, 4096, slots)).toList(),
                List.of(),
                guests.stream().map(model -> tenant(model, 4096, slots)).toList());
    }

    @Test
    void takesAsManySlotsAsNeedNoFurtherReplica() {
        List<String> homes = List.of("llama3.1:8b", "mistral:7b");
        assertThat(SlotChoice.best(4, 0, T4, slots -> served(homes, List.of(), slots)))
                .hasValueSatisfying(choice -> {
                    assertThat(choice.slots()).isEqualTo(2);
                    assertThat(choice.placement().ordinals()).hasSize(1);
                });
        assertThat(SlotChoice.best(4, 2, T4, slots -> served(homes, List.of(), slots)))
                .hasValueSatisfying(choice -> {
                    assertThat(choice.slots()).as("with two replicas anyway").isEqualTo(4);
                    assertThat(choice.placement().ordinals()).hasSize(2);
                });
    }

    @Test
    void aModelOnDemandHasToFitAloneWithAllSlots() {
        List<String> homes = List.of("gemma2:2b");
        assertThat(SlotChoice.best(4, 0, T4, slots -> served(homes, List.of("gpt-oss:20b"), slots)))
                .hasValueSatisfying(choice -> assertThat(choice.slots()).isEqualTo(1));
        assertThat(SlotChoice.best(
                        4, 0, new GpuRoom(new Gib(14), 0.8), slots -> served(homes, List.of("gpt-oss:20b"), slots)))
                .isEmpty();
    }

    @Test
    void noOtherNumberOfSlotsIsBetter() {
        Seeds.each(300, seed -> {
            RandomTenants random = new RandomTenants(seed);
            List<Tenant> homes = random.some("home-", 6);
            List<Tenant> guests = random.some("guest-", 2);
            GpuRoom room = random.room();
            int always = seed.nextInt(homes.size() + 1);
            IntFunction<Served> bySlots = slots -> new Served(
                    larger(homes.subList(0, always), slots).toList(),
                    larger(homes.subList(always, homes.size()), slots).toList(),
                    larger(guests, slots).toList());
            Optional<SlotChoice> best = SlotChoice.best(4, 0, room, bySlots);
            for (int slots = 1; slots <= 4; slots++) {
                Served served = bySlots.apply(slots);
                boolean guestsFit = served.guests().stream().allMatch(room::holdsAlone);
                int tried = slots;
                placement(served, room)
                        .filter(placement -> guestsFit)
                        .ifPresent(placement -> assertThat(best)
                                .hasValueSatisfying(choice -> assertThat(choice.placement()
                                                                .ordinals()
                                                                .size()
                                                        < placement.ordinals().size()
                                                || choice.placement().ordinals().size()
                                                                == placement
                                                                        .ordinals()
                                                                        .size()
                                                        && (choice.placement()
                                                                                .lasting()
                                                                                .size()
                                                                        < placement
                                                                                .lasting()
                                                                                .size()
                                                                || choice.placement()
                                                                                        .lasting()
                                                                                        .size()
                                                                                == placement
                                                                                        .lasting()
                                                                                        .size()
                                                                        && choice.slots() >= tried))
                                        .isTrue()));
            }
            best.ifPresent(choice -> assertThat(choice.placement())
                    .isEqualTo(placement(bySlots.apply(choice.slots()), room).orElseThrow()));
        });
    }

    private static Optional<HomePlacement> placement(Served served, GpuRoom room) {
        List<Tenant> homes = Stream.concat(served.always().stream(), served.scheduled().stream())
                .toList();
        return HomePlacement.atLeast(0, homes, served.always()::contains, served.guests(), room);
    }

    private static Stream<Tenant> larger(List<Tenant> tenants, int slots) {
        double factor = 0.8 + 0.2 * slots;
        return tenants.stream()
                .map(tenant -> new Tenant(
                        tenant.name(),
                        tenant.residency().times(factor),
                        tenant.predicted().times(factor)));
    }
}
