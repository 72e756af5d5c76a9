package dev.berth.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.plan.decision.Decision;
import dev.berth.plan.quota.QuotaPlan.NotStated;
import dev.berth.source.Problem;
import dev.berth.source.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SharedQuotaTest {

    private static final String T4 = "Standard NCASv3_T4 Family vCPUs";
    private static final String D = "Standard DDSv5 Family vCPUs";
    private static final String TOTAL = "Total Regional vCPUs";
    private static final String SPOT = "Total Regional Low-priority vCPUs";
    private static final String A = "00000000-0000-0000-0000-00000000000a";
    private static final String B = "00000000-0000-0000-0000-00000000000b";

    /** An environment with GPU nodes up to the given number. */
    private static Plan plan(String name, String subscription, String quota, int most, String pool) {
        String text = "apiVersion: berth.dev/v1\nazure: { subscription: " + subscription
                + ", regions: [westeurope, northeurope], quota: { " + quota + " } }\nmodels: [{ name: gemma2:2b }]\n"
                + "gpuPools: [{ name: gpu, size: Standard_NC8as_T4_v3, nodes: { max: " + most + " }" + pool + " }]\n"
                + "inference: { groups: { default: { replicas: { max: " + most + " } } } }\n";
        return Plans.named(name, text);
    }

    private static Result<Plan> check(Plan plan, Plan... others) {
        List<Plan> all = new ArrayList<>(List.of(others));
        all.add(plan);
        return new SharedQuota(Plans.catalog()).check(plan, all);
    }

    private static Decision<?> accepted(Result<Plan> result, String id) {
        return Objects.requireNonNull(
                ((Result.Ok<Plan>) result).value().decisions().get(id), id);
    }

    @Test
    void allEnvironmentsOfTheSubscriptionAreAddedUpAndOneUpgrade() {
        Plan prod = plan("prod", A, "westeurope: { " + T4 + ": 80 }", 6, "");
        Plan test = plan("test", A, "", 3, "");
        Plan foreign = plan("foreign", B, "", 9, "");
        Decision<?> needed = accepted(check(prod, test, foreign), "quota.westeurope." + T4);
        assertThat(needed.value()).isEqualTo((6 + 3 + 1) * 8);
        assertThat(needed.shown()).isEqualTo("80 of 80 vCPUs");
        assertThat(needed.formula()).isEqualTo("prod/gpu 6 x 8 + test/gpu 3 x 8 + 8 while a pool is upgraded = 80");
        assertThat(needed.because()).contains("because of azure.quota.westeurope[\"" + T4 + "\"]");
    }

    @Test
    void oneVcpuTooFewIsAnErrorWithTheWholeSum() {
        Plan prod = plan("prod", A, "westeurope: { " + T4 + ": 79 }", 6, "");
        List<Problem> problems = check(prod, plan("test", A, "", 3, "")).problems();
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).code().id()).isEqualTo("P020");
        assertThat(problems.get(0).message())
                .isEqualTo("`" + T4 + "` in `westeurope` is 79, the environments of the subscription may need 80:"
                        + " prod/gpu 6 x 8 + test/gpu 3 x 8 + 8 while a pool is upgraded");
        assertThat(problems.get(0).hint()).contains("request 80").contains("`gpu` of prod");
        assertThat(problems.get(0).at().line()).isEqualTo(2);
    }

    @Test
    void theTotalCountsAllFamiliesAndTheLargestUpgradeOnce() {
        Plan prod = plan("prod", A, "westeurope: { " + TOTAL + ": 100, " + D + ": 100 }", 6, "");
        Result<Plan> checked = check(prod);
        assertThat(accepted(checked, "quota.westeurope." + D).formula())
                .isEqualTo("prod/apps 2 x 4 + prod/system 2 x 4 + 4 while a pool is upgraded = 20");
        assertThat(accepted(checked, "quota.westeurope." + TOTAL).formula())
                .isEqualTo("prod/apps 2 x 4 + prod/gpu 6 x 8 + prod/system 2 x 4 + 8 while a pool is upgraded = 72");
    }

    @Test
    void spotNodesCountApartAndHaveNoUpgrade() {
        Plan prod = plan(
                "prod", A, "westeurope: { " + SPOT + ": 48, " + TOTAL + ": 20 }", 6, ", spot: { usdPerHour: 0.2 }");
        assertThat(accepted(check(prod), "quota.westeurope." + SPOT).formula()).isEqualTo("prod/gpu 6 x 8 = 48");
        assertThat(accepted(check(prod), "quota.westeurope." + TOTAL).value()).isEqualTo(20);
    }

    @Test
    void whatIsNotStatedIsSaidAndNotChecked() {
        Plan prod = plan("prod", A, "westeurope: { " + T4 + ": 100, " + TOTAL + ": 100 }", 6, "");
        Plan checked = ((Result.Ok<Plan>) check(prod)).value();
        assertThat(checked.quota().accepted())
                .extracting(enough -> enough.needed().id())
                .containsExactly("quota.westeurope." + T4, "quota.westeurope." + TOTAL);
        assertThat(checked.quota().notStated())
                .contains(new NotStated("westeurope", D), new NotStated("northeurope", T4))
                .hasSize(4);
    }

    /** The modules are files for people; the figure that the sum counts with has to be theirs. */
    @Test
    void theModulesUpgradeAsTheSumSays() throws IOException {
        String surge = "maxSurge: '" + Plans.catalog().azure().upgradeSurge().value() + "'";
        for (String module : List.of("pools", "cluster")) {
            String text = Files.readString(Path.of("src/main/resources/bicep/modules/" + module + ".bicep"));
            assertThat(Pattern.compile("maxSurge: '[^']*'")
                            .matcher(text)
                            .results()
                            .map(found -> found.group()))
                    .as(module)
                    .containsExactly(surge);
        }
    }
}
