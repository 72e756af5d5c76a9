package dev.berth.plan.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.berth.model.Seconds;
import dev.berth.model.Window;
import dev.berth.plan.schedule.OpenTime.Interval;
import dev.berth.testing.Seeds;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpenTimeTest {

    private static final OpenTime OFFICE =
            OpenTime.of("Europe/Amsterdam", List.of(Windows.of("08:00", "18:00", Windows.WORKING)));

    @Test
    void aWindowIsOpenFromItsStartToItsEnd() {
        assertThat(OFFICE.minutes()).isEqualTo(5 * 600);
        assertThat(OFFICE.isOpen(8 * 60 - 1)).isFalse();
        assertThat(OFFICE.isOpen(8 * 60)).isTrue();
        assertThat(OFFICE.isOpen(18 * 60 - 1)).isTrue();
        assertThat(OFFICE.isOpen(18 * 60)).isFalse();
    }

    /** On Sunday evening it goes on into Monday, with which the week begins. */
    @Test
    void aWindowThatEndsBeforeItStartsGoesOverMidnight() {
        OpenTime night =
                OpenTime.of("Europe/Amsterdam", List.of(Windows.of("22:00", "06:30", EnumSet.of(DayOfWeek.SUNDAY))));
        assertThat(night.minutes()).isEqualTo(510);
        assertThat(night.isOpen(0)).isTrue();
        assertThat(night.isOpen(6 * 60 + 30)).isFalse();
        assertThat(night.intervals()).containsExactly(new Interval(6 * 24 * 60 + 22 * 60, 510));
    }

    /** New York is six hours behind Amsterdam, UTC one. */
    @Test
    void windowsOfOtherZonesAreAsFarAwayAsTheirClocks() {
        Window amsterdam = Windows.of("08:00", "18:00", EnumSet.of(DayOfWeek.MONDAY));
        assertThat(OpenTime.of("America/New_York", List.of(amsterdam)).intervals())
                .containsExactly(new Interval(2 * 60, 600));
        assertThat(OpenTime.of("UTC", List.of(amsterdam)).intervals()).containsExactly(new Interval(7 * 60, 600));
    }

    @Test
    void whatIsStartedEarlierMayBeTheDayBefore() {
        OpenTime monday =
                OpenTime.of("Europe/Amsterdam", List.of(Windows.of("00:10", "01:00", EnumSet.of(DayOfWeek.MONDAY))));
        assertThat(monday.earlier(new Seconds(21.5 * 60)).intervals())
                .as("22 minutes, as half a minute is not enough")
                .containsExactly(new Interval(OpenTime.OF_WEEK - 12, 72));
    }

    @Test
    void theShareOfAnHourIsThatOfItsDays() {
        OpenTime lead = OFFICE.earlier(new Seconds(15 * 60));
        assertThat(lead.share(7, 0, 5)).isEqualTo(0.25, within(1e-9));
        assertThat(lead.share(8, 0, 5)).isEqualTo(1);
        assertThat(lead.share(18, 0, 5)).isZero();
        assertThat(lead.share(8, 5, 2)).isZero();
        assertThat(lead.share(8, 0, 7)).isEqualTo(5.0 / 7, within(1e-9));
    }

    @Test
    void intervalsAreThatWhatIsOpen() {
        Seeds.each(100, random -> {
            List<Window> windows = Windows.random(random);
            OpenTime open = OpenTime.of("Europe/Amsterdam", windows);
            if (open.isAlways()) {
                assertThat(open.intervals()).isEmpty();
                return;
            }
            int[] covered = open.intervals().stream()
                    .flatMapToInt(each -> IntStream.range(each.from(), each.from() + each.minutes()))
                    .map(minute -> minute % OpenTime.OF_WEEK)
                    .sorted()
                    .toArray();
            assertThat(covered)
                    .containsExactly(IntStream.range(0, OpenTime.OF_WEEK)
                            .filter(open::isOpen)
                            .toArray());
            assertThat(open.intervals())
                    .allSatisfy(each -> assertThat(open.isOpen(each.until()))
                            .as("a break follows")
                            .isFalse());
        });
    }

    @Test
    void stepsCoverWhatIsOpenAndNoMoreThanTheyTouch() {
        Seeds.each(200, random -> {
            OpenTime open = OpenTime.of("Europe/Amsterdam", Windows.random(random));
            OpenTime steps = open.inSteps(10);
            for (int step = 0; step < OpenTime.OF_WEEK; step += 10) {
                boolean touched = IntStream.range(step, step + 10).anyMatch(open::isOpen);
                assertThat(IntStream.range(step, step + 10).filter(steps::isOpen))
                        .hasSize(touched ? 10 : 0);
            }
        });
    }
}
