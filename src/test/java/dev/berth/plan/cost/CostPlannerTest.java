package dev.berth.plan.cost;

import static dev.berth.plan.cost.Bills.cpu;
import static dev.berth.plan.cost.Bills.gpu;
import static dev.berth.plan.cost.Bills.nodes;
import static dev.berth.plan.cost.Bills.share;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.berth.catalog.Catalog;
import dev.berth.model.Basis;
import dev.berth.model.Range;
import dev.berth.model.Setting;
import dev.berth.model.Usd;
import dev.berth.plan.Plan;
import dev.berth.plan.Plans;
import dev.berth.source.Code;
import dev.berth.source.SourceFile;
import dev.berth.yaml.YamlPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CostPlannerTest {

    private static final List<PaidShare> SHARES = List.of(share("models", 1024, 3000, 1024));

    private static Paid paid(PaidPool gpu, ModelUse... models) {
        return new Paid(List.of(gpu), cpu("system", 2), cpu("apps", 2), SHARES, List.of(models));
    }

    @Test
    void whatHasNoPriceIsListedAndNeverGuessed(@TempDir Path project) throws IOException {
        CostPlan builtIn = Bills.of(Plans.catalog(), "westeurope, eastus", paid(gpu(1, 2)));
        assertThat(builtIn.notCounted())
                .extracting(Object::toString)
                .containsExactly(
                        "storage in westeurope",
                        "database in westeurope and eastus",
                        "cache in westeurope and eastus",
                        "egress in westeurope and eastus");
        Catalog ours = Bills.withPrices(
                project,
                "regions: [{ name: westeurope, source: ours, usdPerMonth: { storage: 150, database: 130, cache: 40, egress: 9 } }]\n");
        CostPlan stated = Bills.of(ours, "westeurope", paid(gpu(1, 2)));
        assertThat(stated.notCounted()).isEmpty();
        assertThat(stated.total().floor().formula())
                .isEqualTo("pool.gpu $480 + pool.apps $397 + pool.system $397 + cluster $73 + storage $150"
                        + " + database $130 + cache $40 + egress $9");
    }

    @Test
    void theLoadBalancerIsPaidForPublicPagesAlone() {
        assertThat(Plans.of(Plans.serving("name: phi3.5")).cost().notCounted())
                .noneMatch(missing -> missing.service().key().equals("loadBalancer"));
        Plan open = Plans.of(Plans.serving("name: phi3.5") + "webui: { host: chat.example.com, exposure: public }\n");
        assertThat(open.cost().notCounted())
                .anyMatch(missing -> missing.service().key().equals("loadBalancer"));
    }

    @Test
    void spotNodesHaveTheirOwnPriceAndNoOther() {
        Setting<Usd> price = new Setting<>(
                new Usd(0.12), YamlPath.ROOT.key("usdPerHour"), new SourceFile("x.yaml", "").start(), Basis.PINNED);
        PaidPool spot =
                new PaidPool("spare", "Standard_NC4as_T4_v3", Optional.of(price), nodes(1), nodes(4), Optional.empty());
        CostLine line =
                Bills.of(Plans.catalog(), "westeurope, eastus", paid(spot)).pool("spare");
        assertThat(line.ceiling().formula()).isEqualTo("westeurope 4 x $0.120 x 730 h + eastus 4 x $0.120 x 730 h");
        assertThat(line.ceiling().value().mid().amount()).isCloseTo(2 * 4 * 0.12 * 730, within(0.001));
    }

    @Test
    void withoutDemandTheFloorIsExpected() {
        CostLine line = Bills.of(Plans.catalog(), "eastus", paid(gpu(1, 5))).pool("gpu");
        assertThat(line.expected().value()).isEqualTo(line.floor().value());
        assertThat(line.expected().formula()).isEqualTo("no demand stated: as the floor");
    }

    @Test
    void modelsShareTheCostOfTheirPoolByTheTimeTheyKeepItBusy() {
        CostPlan plan = Bills.of(
                Plans.catalog(),
                "eastus",
                paid(
                        gpu(1, 5, nodes(1, 2, 3)),
                        new ModelUse("gemma2:2b", "gpu", 0.25, 100_000),
                        new ModelUse("phi3.5:3.8b", "gpu", 0.75, 50_000),
                        new ModelUse("mistral:7b", "gpu", 0, 0)));
        assertThat(plan.models()).extracting(ModelCost::model).containsExactly("gemma2:2b", "phi3.5:3.8b");
        Range<Usd> month = plan.models().get(0).month().value();
        assertThat(month.mid().amount()).isCloseTo(0.25 * 767.96, within(0.01));
        assertThat(plan.models().get(0).perThousand().shown()).isEqualTo("$1.92 (0.96-2.88) per 1,000 requests");
        assertThat(plan.models().get(1).perThousand().value().mid().amount())
                .isCloseTo(0.75 * 767.96 / 50, within(0.001));
    }

    @Test
    void theBudgetIsComparedWithWhatIsExpectedAndThenWithTheCeiling() {
        Paid paid = paid(gpu(1, 5, nodes(1, 2, 3)));
        double expected = Bills.of(Plans.catalog(), "eastus", paid)
                .total()
                .expected()
                .value()
                .mid()
                .amount();
        double ceiling = Bills.of(Plans.catalog(), "eastus", paid)
                .total()
                .ceiling()
                .value()
                .high()
                .amount();
        assertThat(Bills.budget(Plans.catalog(), expected - 1, paid))
                .extracting(problem -> problem.code())
                .containsExactly(Code.BUDGET_EXCEEDED);
        assertThat(Bills.budget(Plans.catalog(), expected + 1, paid))
                .extracting(problem -> problem.code())
                .containsExactly(Code.BUDGET_CEILING);
        assertThat(Bills.budget(Plans.catalog(), ceiling + 1, paid)).isEmpty();
        assertThat(Bills.budget(Plans.catalog(), expected - 1, paid).get(0).message())
                .contains("pool.gpu $768 ($384-$1,152) + pool.apps $330")
                .contains("not counted: database in eastus, cache in eastus");
    }
}
