package dev.berth.plan.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.berth.catalog.Profiles.Week;
import dev.berth.model.Count;
import dev.berth.model.Profile;
import dev.berth.model.Range;
import dev.berth.model.RequestRate;
import dev.berth.model.Seconds;
import dev.berth.plan.demand.GroupDemand.Scheduled;
import dev.berth.plan.demand.Moment.Hour;
import dev.berth.plan.demand.Moment.Typical;
import dev.berth.plan.schedule.OpenTime;
import dev.berth.testing.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GroupDemandTest {

    private static final Seconds OBJECTIVE = new Seconds(20);
    private static final Seconds HOLD = new Seconds(600);

    private static final ServedModel LLAMA = Served.models("name: llama3.1:8b, demand: { peakRequestsPerMinute: 8 }")
            .get(0);

    private static Traffic traffic(double perMinute, int prompt, int answer, int slots) {
        return new Traffic(
                "people",
                new RequestRate(perMinute),
                Served.service(LLAMA, "T4", slots, 1).of(prompt, answer),
                Served.CATALOG.profiles().week(Profile.Named.OFFICE));
    }

    private static Station station(double perMinute, int prompt, int answer, int slots) {
        return new Station(
                List.of(new ModelLoad("llama3.1:8b", slots, List.of(traffic(perMinute, prompt, answer, slots)))),
                slots);
    }

    private static GroupDemand group(List<Station> homes, List<Station> onDemand) {
        return new GroupDemand(homes, List.of(), onDemand, OBJECTIVE, HOLD);
    }

    /** 8 a minute of 7.4 s: 0.985 Erlang. */
    @Test
    void theUsualModelOfTheExampleNeedsTwoReplicasAtItsPeak() {
        Station station = station(8, 600, 250, 1);
        assertThat(station.load(Typical.PEAK, Range::mid)).isEqualTo(0.985, within(0.001));
        assertThat(station.replicas(Typical.PEAK, Range::mid, OBJECTIVE)).isEqualTo(2);
        assertThat(station.replicas(Typical.MEAN, Range::mid, OBJECTIVE)).isEqualTo(1);
        assertThat(station.wait(2, Typical.PEAK, Range::mid).seconds()).isBetween(10.0, 15.0);
        assertThat(station.wait(1, Typical.PEAK, Range::high)).isEqualTo(Wait.Unbounded.UNBOUNDED);
    }

    @Test
    void theNumberOfReplicasIsTheLeastThatKeepsTheObjective() {
        Seeds.each(200, random -> {
            Station station = random(random, 1 + random.nextInt(4));
            Seconds objective = new Seconds(1 + random.nextInt(60));
            int replicas = station.replicas(Typical.PEAK, Range::mid, objective);
            assertThat(station.wait(replicas, Typical.PEAK, Range::mid).isAtMost(objective))
                    .isTrue();
            assertThat(replicas == 1
                            || !station.wait(replicas - 1, Typical.PEAK, Range::mid)
                                    .isAtMost(objective))
                    .isTrue();
        });
    }

    @Test
    void moreDemandNeverGivesFewerReplicasAndALooserObjectiveNeverMore() {
        Seeds.each(300, random -> {
            double rate = random.nextDouble(0.1, 60);
            int prompt = 1 + random.nextInt(4000);
            int answer = 1 + random.nextInt(1000);
            int slots = 1 + random.nextInt(4);
            int replicas = station(rate, prompt, answer, slots).replicas(Typical.PEAK, Range::mid, OBJECTIVE);
            assertThat(station(rate * random.nextDouble(1, 3), prompt, answer, slots)
                            .replicas(Typical.PEAK, Range::mid, OBJECTIVE))
                    .isGreaterThanOrEqualTo(replicas);
            assertThat(station(rate, prompt + random.nextInt(500), answer + random.nextInt(500), slots)
                            .replicas(Typical.PEAK, Range::mid, OBJECTIVE))
                    .isGreaterThanOrEqualTo(replicas);
            assertThat(station(rate, prompt, answer, slots)
                            .replicas(Typical.PEAK, Range::mid, OBJECTIVE.times(random.nextDouble(1, 10))))
                    .isLessThanOrEqualTo(replicas);
        });
    }

    @Test
    void hugeDemandIsPlannedQuicklyAndNeverForLess() {
        assertThat(station(80_000, 600, 250, 1).replicas(Typical.PEAK, Range::mid, OBJECTIVE))
                .isBetween(9_800, 9_900);
        assertThat(station(100_000, 600, 250, 1).replicas(Typical.PEAK, Range::mid, OBJECTIVE))
                .isBetween(12_300, 12_400);
        assertThat(station(100_000, 1_048_576, 1_048_576, 1).replicas(Typical.PEAK, Range::high, OBJECTIVE))
                .isGreaterThan(50_000_000);
    }

    @Test
    void theOrderOfStationsAndModelsChangesNothing() {
        Seeds.each(100, random -> {
            List<Station> homes = randoms(random);
            List<Station> onDemand = randoms(random);
            GroupDemand group = group(homes, onDemand);
            GroupDemand turned = group(reversed(homes), reversed(onDemand));
            int replicas = homes.size() + random.nextInt(8);
            for (Moment moment : List.of(Typical.PEAK, Typical.MEAN, new Hour(true, 9, 5), new Hour(false, 3, 5))) {
                assertThat(turned.most(moment)).isEqualTo(group.most(moment));
                assertThat(turned.expected(moment)).isEqualTo(group.expected(moment));
                assertThat(turned.allot(replicas, moment, Range::mid).worst().p95())
                        .isEqualTo(group.allot(replicas, moment, Range::mid)
                                .worst()
                                .p95());
            }
        });
    }

    @Test
    void expectedReplicasLieBetweenTheHomesAndTheMost() {
        Seeds.each(100, random -> {
            GroupDemand group = group(randoms(random), randoms(random));
            for (Moment moment : Hour.all(5)) {
                Range<Count> expected = group.expected(moment);
                assertThat(expected.mid().amount())
                        .isGreaterThanOrEqualTo(group.homeReplicas(moment).mid().amount());
                assertThat(expected.mid())
                        .isLessThanOrEqualTo(group.most(moment).mid());
                assertThat(group.most(moment).mid())
                        .isLessThanOrEqualTo(group.most(Typical.PEAK).mid());
                assertThat(expected.low()).isLessThanOrEqualTo(expected.mid());
                assertThat(expected.mid()).isLessThanOrEqualTo(expected.high());
            }
        });
    }

    @Test
    void theAverageIsThatOfTheHoursWithinTheBounds() {
        assertThat(Hour.all(5).stream().mapToDouble(hour -> hour.weight()).sum())
                .isEqualTo(1, within(1e-9));
        GroupDemand group = group(List.of(station(8, 600, 250, 1)), List.of());
        double twoReplicas = Hour.all(5).stream()
                .filter(hour -> group.expected(hour).mid().amount() == 2)
                .mapToDouble(hour -> hour.weight())
                .sum();
        assertThat(twoReplicas).isBetween(0.1, 0.5);
        assertThat(group.average(5, List.of(), (hour, count) -> count).mid().amount())
                .isEqualTo(1 + twoReplicas, within(1e-9));
        assertThat(group.average(5, List.of(), (hour, count) -> new Count(3))
                        .mid()
                        .amount())
                .isEqualTo(3, within(1e-9));
    }

    /** 6 an hour, held for ten minutes: 1 - exp(-1). */
    @Test
    void anOnDemandModelIsUpAsOftenAsSomebodyAsked() {
        GroupDemand group = group(List.of(), List.of(station(0.1, 600, 250, 1)));
        assertThat(group.expected(Typical.PEAK).mid().amount()).isEqualTo(0.632, within(0.001));
        assertThat(group.most(Typical.PEAK).mid().amount()).isEqualTo(1);
    }

    /** Nobody asks at night: it is up while it is open, a half of the hour before included. */
    @Test
    void aScheduledStationIsUpWhileItIsOpenAndElseWhileSomebodyAsks() {
        Station quiet = new Station(List.of(new ModelLoad("gemma2:2b", 1, List.of())), 1);
        OpenTime office = Served.office();
        GroupDemand group =
                new GroupDemand(List.of(), List.of(new Scheduled(quiet, office)), List.of(), OBJECTIVE, HOLD);
        assertThat(group.expected(new Hour(true, 9, 5)).mid().amount()).isEqualTo(1);
        assertThat(group.expected(new Hour(true, 7, 5)).mid().amount()).isZero();
        assertThat(group.expected(new Hour(false, 9, 5)).mid().amount()).isZero();
        assertThat(group.average(5, List.of(), (hour, count) -> count).mid().amount())
                .isEqualTo(50.0 / 168, within(1e-9));
        GroupDemand earlier = group.earlier(new Seconds(1800));
        assertThat(earlier.average(5, List.of(), (hour, count) -> count).mid().amount())
                .isEqualTo(52.5 / 168, within(1e-9));
        assertThat(group.most(Typical.PEAK).mid().amount()).isEqualTo(1);
        GroupDemand asked = new GroupDemand(
                List.of(), List.of(new Scheduled(station(0.1, 600, 250, 1), office)), List.of(), OBJECTIVE, HOLD);
        double share = new Hour(true, 7, 5).shareOf(Served.CATALOG.profiles().week(Profile.Named.OFFICE));
        assertThat(asked.expected(new Hour(true, 7, 5)).mid().amount())
                .as("as one on demand")
                .isEqualTo(-Math.expm1(-share), within(0.001));
    }

    /** The hours of an office are those in which people ask. */
    @Test
    void theTimeThatIsOpenHasADemandOfItsOwn() {
        OpenTime office = Served.office();
        Week week = Served.CATALOG.profiles().week(Profile.Named.OFFICE);
        double inWindows = new Moment.While(office, 5).shareOf(week);
        assertThat(inWindows)
                .isEqualTo(
                        week.working().subList(8, 18).stream()
                                .mapToDouble(Double::doubleValue)
                                .average()
                                .orElseThrow(),
                        within(1e-9))
                .isGreaterThan(2 * week.mean());
    }

    @Test
    void whatNobodyAsksForIsPartOfTheMostAlone() {
        Station quiet = new Station(List.of(new ModelLoad("gemma2:2b", 1, List.of())), 1);
        GroupDemand group = group(List.of(quiet), List.of(quiet));
        assertThat(group.expected(Typical.PEAK).mid().amount()).isEqualTo(1);
        assertThat(group.most(Typical.PEAK).mid().amount()).isEqualTo(2);
        assertThat(group.allot(5, Typical.PEAK, Range::mid).worst().p95()).isEqualTo(Wait.NONE);
    }

    @Test
    void spareReplicasGoToWhoWaitsLongest() {
        Station busy = station(8, 600, 250, 1);
        Station calm = station(1, 600, 250, 1);
        GroupDemand group = group(List.of(calm, busy), List.of());
        Allotment two = group.allot(2, Typical.PEAK, Range::mid);
        assertThat(two.worst().station()).isEqualTo(busy);
        Allotment three = group.allot(3, Typical.PEAK, Range::mid);
        assertThat(three.shares()).extracting(Allotment.Share::replicas).containsExactly(1, 2);
        assertThat(three.worst().p95()).isEqualTo(busy.wait(2, Typical.PEAK, Range::mid));
    }

    @Test
    void withoutAReplicaTheWaitHasNoEnd() {
        GroupDemand group = group(List.of(), List.of(station(1, 600, 250, 1), station(1, 600, 250, 1)));
        assertThat(group.allot(1, Typical.PEAK, Range::mid).worst().p95()).isEqualTo(Wait.Unbounded.UNBOUNDED);
        assertThat(group.allot(2, Typical.PEAK, Range::mid).worst().p95().seconds())
                .isLessThan(20);
    }

    /** A model with one slot fills a replica of four slots with a quarter of the requests. */
    @Test
    void aModelWithFewerSlotsFillsItsReplicaSooner() {
        ModelLoad single = new ModelLoad("embed", 1, List.of(traffic(8, 600, 250, 1)));
        Station station = new Station(List.of(single), 4);
        assertThat(station.load(Typical.PEAK, Range::mid))
                .isEqualTo(4 * station(8, 600, 250, 1).load(Typical.PEAK, Range::mid), within(1e-9));
        assertThat(station.wait(1, Typical.PEAK, Range::high)).isEqualTo(Wait.Unbounded.UNBOUNDED);
    }

    private static Station random(SplittableRandom random, int slots) {
        List<ModelLoad> models = new ArrayList<>();
        for (int model = 1 + random.nextInt(3); model > 0; model--) {
            models.add(new ModelLoad(
                    "model" + model,
                    1 + random.nextInt(slots),
                    List.of(traffic(
                            random.nextDouble(0.01, 10), 1 + random.nextInt(2000), random.nextInt(500), slots))));
        }
        return new Station(models, slots);
    }

    private static List<Station> randoms(SplittableRandom random) {
        int slots = 1 + random.nextInt(4);
        List<Station> stations = new ArrayList<>();
        for (int station = random.nextInt(4); station >= 0; station--) {
            stations.add(random(random, slots));
        }
        return stations;
    }

    private static List<Station> reversed(List<Station> stations) {
        List<Station> turned = new ArrayList<>();
        for (Station station : stations) {
            List<ModelLoad> models = new ArrayList<>(station.models());
            Collections.reverse(models);
            turned.add(0, new Station(models, station.slots()));
        }
        return turned;
    }
}
