package dev.berth.plan.cost;

import static dev.berth.plan.cost.Bills.cpu;
import static dev.berth.plan.cost.Bills.gpu;
import static dev.berth.plan.cost.Bills.nodes;
import static dev.berth.plan.cost.Bills.share;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.berth.catalog.Catalog;
import dev.berth.model.Range;
import dev.berth.model.Usd;
import dev.berth.plan.Plans;
import dev.berth.plan.decision.Decision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The architecture document's example, two GPU nodes that become 1.5 on average, at real prices. The document says: $730 a
 * month, $3,650 per utilised node, $550 afterwards, 25 % less.
 */
class DocumentCostTest {

    private static final Offset<Double> CENT = within(0.005);
    private static final double HOURS = 730;

    /** Of the nodes, says the document. */
    private static final double UTILISED = 0.2;

    /** Files as the document has them, at the speed that provisioned v1 gives a share of 1 TiB. */
    private static final List<PaidShare> SHARES =
            List.of(share("models", 1024, 4024, 203), share("uploads", 32, 3000, 100));

    /** The document has one pool without GPUs. */
    private static Paid paid(PaidPool gpu) {
        return new Paid(List.of(gpu), cpu("system", 2), cpu("apps", 0), SHARES, List.of());
    }

    private static final Paid BEFORE = paid(gpu(2, 2));
    private static final Paid AFTER = paid(gpu(1, 5, nodes(1.5, 1.5, 1.5)));

    private static double usd(Decision<Range<Usd>> cost) {
        return cost.value().mid().amount();
    }

    private static double line(CostPlan plan, String name) {
        return plan.lines().stream()
                .filter(line -> line.name().equals(name))
                .mapToDouble(line -> usd(line.expected()))
                .sum();
    }

    @Test
    void twoNodesCostMoreThanTheDocumentSays() {
        assertThat(2 * 0.50 * HOURS).isEqualTo(730);
        assertThat(usd(Bills.of(Plans.catalog(), "eastus", BEFORE).pool("gpu").floor()))
                .isCloseTo(767.96, CENT);
        assertThat(usd(Bills.of(Plans.catalog(), "westeurope", BEFORE)
                        .pool("gpu")
                        .floor()))
                .isCloseTo(960.68, CENT);
    }

    /** A fifth of two nodes is 0.4 nodes; the document divides by a fifth of one. */
    @Test
    void aUtilisedNodeCostsHalfOfWhatTheDocumentSays() {
        double utilised = 2 * UTILISED;
        assertThat(730 / UTILISED).isCloseTo(3650, CENT);
        assertThat(730 / utilised).isCloseTo(1825, CENT);
        CostPlan real = Bills.of(Plans.catalog(), "eastus", BEFORE);
        assertThat(usd(real.pool("gpu").expected()) / utilised).isCloseTo(1919.90, CENT);
    }

    @Test
    void oneAndAHalfNodesOnAverage() {
        assertThat(1.5 * 0.50 * HOURS).isEqualTo(547.5);
        CostLine gpu = Bills.of(Plans.catalog(), "eastus", AFTER).pool("gpu");
        assertThat(usd(gpu.expected())).isCloseTo(575.97, CENT);
        assertThat(gpu.expected().formula()).isEqualTo("eastus 1.5 x $0.526 x 730 h");
        assertThat(usd(gpu.floor())).isCloseTo(383.98, CENT);
        assertThat(usd(gpu.ceiling())).isCloseTo(1919.90, CENT);
    }

    /** The saving of 25 % is one of GPU nodes alone; the rest of the platform costs the same. */
    @Test
    void theSavingIsFourteenPercentOfThePlatform(@TempDir Path project) throws IOException {
        Catalog v1 = Bills.withPrices(
                project, "regions: [{ name: eastus, source: ours, usdPerMonth: { storage: 179.84 } }]\n");
        assertPlatform(v1, 582.80, 1350.76, 1158.77, 14.2);
        assertPlatform(Plans.catalog(), 540.29, 1308.25, 1116.26, 14.7);
    }

    private static void assertPlatform(Catalog catalog, double fixed, double before, double after, double percent) {
        CostPlan two = Bills.of(catalog, "eastus", BEFORE);
        double totalBefore = usd(two.total().expected());
        double totalAfter = usd(Bills.of(catalog, "eastus", AFTER).total().expected());
        assertThat(line(two, "cluster") + line(two, "pool.system") + line(two, "storage"))
                .isCloseTo(fixed, CENT);
        assertThat(totalBefore).isCloseTo(before, CENT);
        assertThat(totalAfter).isCloseTo(after, CENT);
        assertThat((totalBefore - totalAfter) / line(two, "pool.gpu") * 100).isCloseTo(25, within(0.05));
        assertThat((totalBefore - totalAfter) / totalBefore * 100).isCloseTo(percent, within(0.05));
    }
}
