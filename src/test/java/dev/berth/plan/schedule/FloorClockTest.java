package dev.berth.plan.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.model.Seconds;
import dev.berth.plan.schedule.FloorClock.Strike;
import dev.berth.testing.Seeds;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FloorClockTest {

    private static final int STEP = 10;

    @Test
    void workingHoursTakeFiveTimes() {
        SortedMap<Integer, OpenTime> levels = new TreeMap<>();
        levels.put(
                2,
                OpenTime.of("Europe/Amsterdam", List.of(Windows.of("08:00", "18:00", Windows.WORKING)))
                        .earlier(new Seconds(21 * 60)));
        assertThat(FloorClock.strikes(levels, 1, STEP))
                .containsExactly(
                        new Strike("*/10 0-6,18-23 * * 1-5", 1),
                        new Strike("0,10,20 7 * * 1-5", 1),
                        new Strike("30,40,50 7 * * 1-5", 2),
                        new Strike("*/10 8-17 * * 1-5", 2),
                        new Strike("*/10 * * * 0,6", 1));
    }

    @Test
    void atEachStepExactlyOneStrikesAndSaysTheFloor() {
        Seeds.each(100, random -> {
            SortedMap<Integer, OpenTime> levels = new TreeMap<>();
            for (int level = 2; level < 3 + random.nextInt(3); level++) {
                levels.put(
                        level,
                        OpenTime.of("Europe/Amsterdam", Windows.random(random))
                                .earlier(new Seconds(60 * random.nextInt(90))));
            }
            List<Strike> strikes = FloorClock.strikes(levels, 1, STEP);
            int[] said = new int[OpenTime.OF_WEEK];
            for (Strike strike : strikes) {
                Cron.of(strike.cron()).strikes().stream().forEach(minute -> {
                    assertThat(minute % STEP).isZero();
                    assertThat(said[minute])
                            .as("minute %s is said once", minute)
                            .isZero();
                    said[minute] = strike.replicas();
                });
            }
            for (int minute = 0; minute < OpenTime.OF_WEEK; minute++) {
                int now = minute;
                int floor = levels.entrySet().stream()
                        .filter(level -> level.getValue().isOpen(now))
                        .mapToInt(level -> level.getKey())
                        .reduce(1, Math::max);
                assertThat(said[minute - minute % STEP]).as("minute %s", now).isGreaterThanOrEqualTo(floor);
            }
        });
    }
}
