package dev.berth.plan.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.catalog.Catalog;
import dev.berth.model.Seconds;
import dev.berth.plan.Plan;
import dev.berth.plan.Plans;
import dev.berth.plan.ValueFileGenerator;
import dev.berth.plan.decision.Decision;
import dev.berth.source.Code;
import dev.berth.source.Result;
import dev.berth.testing.Seeds;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TimeoutsTest {

    private static final Catalog CATALOG = Plans.catalog();
    private static final Seconds MOST_IDLE = CATALOG.azure().loadBalancer().mostIdle();

    /** A random environment with a share of random speed, every second one public. */
    private static String environment(SplittableRandom random) {
        int throughput = 100 + random.nextInt(1 << random.nextInt(12));
        String generated = new ValueFileGenerator(random).next();
        String text =
                generated.replace("inference:\n", "inference:\n  share: { throughputMibps: " + throughput + " }\n");
        assertThat(text).isNotEqualTo(generated);
        return random.nextBoolean() ? text + "webui: { host: chat.example.com, exposure: public }\n" : text;
    }

    @Test
    void whoeverWaitsForSomebodyWaitsAtLeastAsLong() {
        AtomicInteger planned = new AtomicInteger();
        AtomicInteger tooLong = new AtomicInteger();
        Seeds.each(1000, random -> {
            String text = environment(random);
            if (Plans.result(text) instanceof Result.Ok<Plan> ok) {
                planned.incrementAndGet();
                check(ok.value(), text);
                boolean warned = ok.problems().stream().anyMatch(problem -> problem.code() == Code.COLD_START_TOO_LONG);
                assertThat(warned)
                        .as(text)
                        .isEqualTo(text.contains("exposure: public")
                                && longest(ok.value()).compareTo(MOST_IDLE) > 0);
                tooLong.addAndGet(warned ? 1 : 0);
            }
        });
        if (Long.getLong("seed") == null) {
            assertThat(planned.get()).isGreaterThan(200);
            assertThat(tooLong.get())
                    .as("both sides of the bound are tried")
                    .isPositive()
                    .isLessThan(planned.get());
        }
    }

    private static Seconds longest(Plan plan) {
        return plan.start().coldStarts().stream()
                .map(start -> start.total().value().high())
                .max(Seconds::compareTo)
                .orElseThrow();
    }

    private static void check(Plan plan, String text) {
        Timeouts timeouts = plan.timeouts();
        rises(
                text,
                List.of(
                        timeouts.modelLoad(),
                        timeouts.startup(),
                        timeouts.coldStart(),
                        timeouts.routerHold(),
                        timeouts.routerQueue(),
                        timeouts.client()));
        rises(text, List.of(timeouts.coldStart(), timeouts.gpuRelease(), timeouts.modelsRelease(), timeouts.stage()));
        rises(text, List.of(timeouts.fill(), timeouts.modelsRelease()));
        rises(text, List.of(timeouts.coldStart(), timeouts.cronLead()));
        rises(text, List.of(timeouts.coldStart(), timeouts.cooldown()));
        assertThat(timeouts.cooldown().value())
                .as(text)
                .isGreaterThan(CATALOG.ollama().keepAlive().value());
        assertThat(timeouts.drain().value())
                .as(text)
                .isLessThan(timeouts.grace().value());
        assertThat(timeouts.coldStart().value()).as(text).isGreaterThanOrEqualTo(longest(plan));
        plan.start()
                .loads()
                .forEach(load -> assertThat(load.cold().value().high())
                        .as(text)
                        .isLessThanOrEqualTo(timeouts.modelLoad().value()));
        assertThat(timeouts.loadBalancer().isPresent()).as(text).isEqualTo(text.contains("exposure: public"));
        timeouts.loadBalancer().ifPresent(idle -> {
            assertThat(idle.value()).as(text).isLessThanOrEqualTo(MOST_IDLE);
            assertThat(idle.value().compareTo(MOST_IDLE) == 0
                            || idle.value().compareTo(timeouts.client().value()) >= 0)
                    .as(text)
                    .isTrue();
        });
    }

    private static void rises(String text, List<Decision<Seconds>> chain) {
        assertThat(chain.stream().map(Decision::value).toList()).as(text).isSorted();
    }

    /** Every timeout but the drain follows from the cold start, so none may grow with a faster share. */
    @Test
    void aFasterShareMakesNoTimeoutLonger() {
        AtomicInteger compared = new AtomicInteger();
        Seeds.each(100, random -> {
            String text = environment(random);
            String faster = text.replace("throughputMibps: ", "throughputMibps: 1");
            if (Plans.result(text) instanceof Result.Ok<Plan> slow
                    && Plans.result(faster) instanceof Result.Ok<Plan> fast) {
                compared.incrementAndGet();
                assertThat(fast.value().start().shareThroughput().value())
                        .isGreaterThan(slow.value().start().shareThroughput().value());
                assertThat(longest(fast.value())).as(text).isLessThanOrEqualTo(longest(slow.value()));
                Timeouts before = slow.value().timeouts();
                Timeouts after = fast.value().timeouts();
                rises(text, List.of(after.modelLoad(), before.modelLoad()));
                rises(text, List.of(after.startup(), before.startup()));
                rises(text, List.of(after.client(), before.client()));
                rises(text, List.of(after.stage(), before.stage()));
            }
        });
        Seeds.enough(compared, 20);
    }

    @Test
    void helmAndFluxAreToldWholeFiveMinutes() {
        Timeouts timeouts = Plans.of(Plans.example()).timeouts();
        assertThat(timeouts.gpuRelease().value().amount() % 300).isZero();
        assertThat(timeouts.modelsRelease().value().amount() % 300).isZero();
        assertThat(timeouts.stage().value().amount() % 300).isZero();
    }

    /** The cluster autoscaler is not told what the plan derives: its settings have to be long enough for it. */
    @Test
    void theClusterAutoscalerIsPatientEnough() {
        Timeouts timeouts = Plans.of(Plans.example()).timeouts();
        assertThat(timeouts.grace().value()).isLessThanOrEqualTo(setting("max-graceful-termination-sec", "", 1));
        var start = CATALOG.platform().start();
        Seconds node =
                start.node().value().high().plus(start.devicePlugin().value().high());
        assertThat(node).isLessThanOrEqualTo(setting("max-node-provision-time", "m", 60));
        assertThat(start.autoscaler().scan().value().high()).isGreaterThanOrEqualTo(setting("scan-interval", "s", 1));
    }

    private static Seconds setting(String key, String unit, int seconds) {
        String text = CATALOG.azure().autoScaler().stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElseThrow()
                .value();
        assertThat(text).endsWith(unit);
        return new Seconds(seconds * Double.parseDouble(text.substring(0, text.length() - unit.length())));
    }
}
