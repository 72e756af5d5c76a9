package dev.berth.plan.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.model.Seconds;
import dev.berth.testing.Seeds;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CronWindowTest {

    @Test
    void workingHoursAreOneTrigger() {
        OpenTime office = OpenTime.of("Europe/Amsterdam", List.of(Windows.of("08:00", "18:00", Windows.WORKING)));
        assertThat(windows(2, office.earlier(new Seconds(21 * 60))))
                .containsExactly(new CronWindow("Europe/Amsterdam", "39 7 * * 1-5", "0 18 * * 1-5", 2));
    }

    /** KEDA takes a window for open while its next end comes before its next start. */
    @Test
    void kedaKeepsExactlyWhatIsOpen() {
        Seeds.each(60, random -> {
            OpenTime open = OpenTime.of("Europe/Amsterdam", Windows.random(random))
                    .earlier(new Seconds(60 * random.nextInt(90)));
            if (open.isAlways()) {
                return;
            }
            List<Cron[]> triggers = windows(3, open).stream()
                    .map(window -> new Cron[] {Cron.of(window.start()), Cron.of(window.end())})
                    .toList();
            for (int minute = 0; minute < OpenTime.OF_WEEK; minute += 1 + random.nextInt(7)) {
                int now = minute;
                assertThat(triggers.stream().anyMatch(window -> window[1].until(now) < window[0].until(now)))
                        .as("minute %s", now)
                        .isEqualTo(open.isOpen(now));
            }
        });
    }

    private static List<CronWindow> windows(int replicas, OpenTime open) {
        SortedMap<Integer, OpenTime> levels = new TreeMap<>();
        levels.put(replicas, open);
        return CronWindow.of(new TreeMap<>(Map.of("Europe/Amsterdam", levels)));
    }
}
