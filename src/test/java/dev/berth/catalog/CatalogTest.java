package dev.berth.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.plan.Plans;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogTest {

    private final Catalog catalog = Plans.catalog();

    @Test
    void knowsTheModelsOfTheArchitectureDocumentByItsNames() {
        for (String name : List.of("gemma2:2b", "phi3.5", "mistral:7b", "llama3.1:8b", "gpt-oss", "deepseek-r1")) {
            assertThat(catalog.model(name)).as(name).isPresent();
        }
        assertThat(catalog.model("gpt-oss").orElseThrow().name()).isEqualTo("gpt-oss:20b");
    }

    @Test
    void namesAndAliasesAreUnique() {
        List<String> names = catalog.models().values().stream()
                .flatMap(model -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(model.name()), model.aliases().stream()))
                .toList();
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void everyGpuSizeIsOfferedSomewhereAndKeepsItsThreeMemoryFiguresInOrder() {
        catalog.gpuSizes().values().forEach(size -> {
            assertThat(catalog.prices().regions().keySet().stream()
                            .filter(region ->
                                    catalog.prices().of(region, size.name()).isPresent()))
                    .as(size.name())
                    .isNotEmpty();
            double nominalGib = size.gpu().nominalGb();
            assertThat(size.gpu().usable().mid().amount()).as(size.name()).isLessThan(nominalGib);
            assertThat(size.gpu().dcgm().mid())
                    .as(size.name())
                    .isGreaterThanOrEqualTo(size.gpu().usable().mid());
        });
    }

    @Test
    void knowsKnownPrices() {
        assertThat(catalog.prices()
                        .of("westeurope", "Standard_NC4as_T4_v3")
                        .orElseThrow()
                        .hourly()
                        .amount())
                .isEqualTo(0.658);
        assertThat(catalog.prices()
                        .of("eastus", "Standard_NC24ads_A100_v4")
                        .orElseThrow()
                        .hourly()
                        .amount())
                .isEqualTo(3.673);
        assertThat(catalog.prices().of("uaenorth", "Standard_NC4as_T4_v3")).isEmpty();
    }

    /** Without a row a GPU would be taken for another one. */
    @Test
    void everyGpuHasItsSpeed() {
        catalog.gpuSizes()
                .values()
                .forEach(size -> assertThat(catalog.speeds().gpus())
                        .containsKey(size.gpu().name()));
    }

    @Test
    void aTokenOfAMixtureOfExpertsNeedsAPartOfTheModel() {
        assertThat(catalog.model("gpt-oss").orElseThrow().activeShare()).isBetween(0.17, 0.18);
        assertThat(catalog.model("phi3.5").orElseThrow().activeShare()).isEqualTo(1);
        assertThat(catalog.model("gpt-oss").orElseThrow().activeBillions()).contains(3.6);
    }

    @Test
    void whatIsPricedByTheMonthIsForTheUserToSay() {
        assertThat(catalog.prices().clusterHourly().value().amount()).isEqualTo(0.1);
        assertThat(catalog.prices().files("eastus").orElseThrow().gib().amount())
                .isEqualTo(0.000137);
        assertThat(catalog.prices().files("westeurope")).isEmpty();
        for (Service service : Service.values()) {
            assertThat(catalog.prices().monthly("eastus", service))
                    .as(service.key())
                    .isEmpty();
        }
    }

    @Test
    void sizesOfOneSeriesShareAQuota() {
        assertThat(catalog.gpuSizes().values().stream()
                        .filter(size -> size.gpu().name().equals("T4"))
                        .map(GpuSize::family)
                        .distinct())
                .containsExactly("Standard NCASv3_T4 Family vCPUs");
        assertThat(catalog.quotaFamilies()).hasSize(8).allMatch(family -> family.endsWith("Family vCPUs"));
    }
}
