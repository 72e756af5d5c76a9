package dev.berth.plan.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.model.Gib;
import dev.berth.model.Percent;
import dev.berth.model.Range;
import dev.berth.testing.Seeds;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Targets of gpu-memory against the arithmetic of the autoscaler itself. */
class GpuMemoryUseTest {

    private static final IdleRule RULE = new IdleRule(0.1);
    private static final Range<Gib> T4 = Range.derived(new Gib(14.5), new Gib(14.6), new Gib(14.8));

    @Test
    void theDocumentsModelsOnTwoReplicas() {
        GpuMemoryUse use = new GpuMemoryUse(new Gib(19.26), Optional.of(new Gib(5.37)), T4, 2);
        TargetInterval interval = use.interval(RULE);
        assertThat(interval).hasToString("67 to 75 %");
        assertThat(interval.middle()).isEqualTo(new Percent(71));
    }

    @Test
    void withoutAFurtherModelNoTargetServes() {
        GpuMemoryUse use = new GpuMemoryUse(new Gib(6.8), Optional.empty(), T4, 1);
        assertThat(use.interval(RULE).isEmpty()).isTrue();
    }

    @Test
    void anIdleFleetComesBackAndAFurtherModelTriggers() {
        AtomicInteger kept = new AtomicInteger();
        Seeds.each(5000, random -> {
            GpuMemoryUse use = use(random);
            TargetInterval interval = use.interval(RULE);
            if (interval.isEmpty()) {
                return;
            }
            kept.incrementAndGet();
            double target = interval.middle().amount();
            double total = T4.low().amount()
                    + random.nextDouble() * (T4.high().amount() - T4.low().amount());
            double homes = 100 * use.homes().amount() / total;
            int replicas = use.minReplicas() + 1 + random.nextInt(20);
            for (int step = 0; step < 100 && replicas > use.minReplicas(); step++) {
                replicas = Math.max(use.minReplicas(), desired(replicas, homes, target));
            }
            assertThat(replicas).as(use + " " + interval).isEqualTo(use.minReplicas());
            double extra = 100 * use.extra().orElseThrow().amount() / total;
            assertThat(desired(use.minReplicas(), homes + extra, target))
                    .as(use + " " + interval)
                    .isGreaterThan(use.minReplicas());
        });
        Seeds.enough(kept, 501);
    }

    private static GpuMemoryUse use(SplittableRandom random) {
        int min = 1 + random.nextInt(12);
        double homes = min * (1 + random.nextDouble() * 12);
        Optional<Gib> extra =
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of(new Gib(1 + random.nextDouble() * 8));
        return new GpuMemoryUse(new Gib(homes), extra, T4, min);
    }

    /** What a HorizontalPodAutoscaler wants for an average value over its pods. */
    private static int desired(int replicas, double sum, double target) {
        double ratio = Math.floor(sum * 1000 / replicas) / (target * 1000);
        return ratio >= 1 - 0.1 && ratio <= 1 + 0.1 ? replicas : (int) Math.ceil(ratio * replicas);
    }
}
