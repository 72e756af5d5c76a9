package dev.berth.plan.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.berth.model.Keep;
import dev.berth.model.Profile;
import dev.berth.plan.decision.Decision;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemandsTest {

    private static ModelDemand of(String model, List<ModelDemand> demands) {
        return demands.stream()
                .filter(demand -> demand.model().equals(model))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theWeekOfAnOfficeIsAQuarterOfItsBusiestHour() {
        assertThat(Served.CATALOG.profiles().week(Profile.Named.OFFICE).mean()).isEqualTo(0.25, within(0.01));
        assertThat(Served.CATALOG.profiles().week(Profile.Named.FLAT).mean()).isEqualTo(1);
        assertThat(Served.CATALOG
                        .profiles()
                        .week(new Profile.Hourly(List.of(1.0, 0.0)))
                        .mean())
                .isEqualTo(0.5);
        assertThat(Moment.Hour.all(5)).hasSize(48).doesNotHaveDuplicates();
        Served.CATALOG.profiles().named(Profile.Named.OFFICE).stream()
                .flatMap(week -> Moment.Hour.all(5).stream().map(hour -> hour.shareOf(week.value())))
                .forEach(share -> assertThat(share).isBetween(0.0, 1.0));
    }

    @Test
    void theSmallestModelKeptAlwaysAnswersTheTasks() {
        List<ServedModel> models =
                Served.models("name: llama3.1:8b", "name: phi3.5, keep: always", "name: gemma2:2b, keep: onDemand");
        Decision<String> model = Served.tasks(models).model().orElseThrow();
        assertThat(model.value()).isEqualTo("phi3.5:3.8b");
        assertThat(model.formula()).contains("kept always", "2.03 GiB");
    }

    @Test
    void whereNoneIsKeptAlwaysOneKeptByScheduleAnswersThem() {
        List<ServedModel> models = Served.models(
                "name: llama3.1:8b, keep: schedule, windows: [{ start: \"08:00\", end: \"18:00\", zone: UTC }]",
                "name: gemma2:2b, keep: onDemand");
        Decision<String> model = Served.tasks(models).model().orElseThrow();
        assertThat(model.value()).isEqualTo("llama3.1:8b");
        assertThat(model.formula()).contains("kept by schedule");
    }

    @Test
    void whereNoModelIsKeptTheSmallestOfAllAnswersThem() {
        List<ServedModel> models =
                Served.models("name: llama3.1:8b, keep: onDemand", "name: gemma2:2b, keep: onDemand");
        assertThat(models).allMatch(served -> served.request().keep().value() == Keep.ON_DEMAND);
        assertThat(Served.tasks(models).model().orElseThrow().value()).isEqualTo("gemma2:2b");
    }

    /** Titles and tags once in four requests, follow-ups with each: 8 x 1.5. */
    @Test
    void theTaskModelIsAskedWhenPeopleAskAnother() {
        List<ModelDemand> demands = Served.demands(
                Served.models("name: llama3.1:8b, demand: { peakRequestsPerMinute: 8 }", "name: gemma2:2b"), 1);
        assertThat(of("llama3.1:8b", demands).peak().orElseThrow().value().amount())
                .isEqualTo(8);
        ModelDemand task = of("gemma2:2b", demands);
        assertThat(task.peak().orElseThrow().value().amount()).isEqualTo(12, within(1e-9));
        assertThat(task.peak().orElseThrow().formula())
                .isEqualTo("titles 0.25 x 8.0 + tags 0.25 x 8.0 + follow-ups 1.00 x 8.0");
        assertThat(task.monthly()).isEmpty();
        assertThat(task.serviceTime()).isEmpty();
        assertThat(task.load().traffic()).extracting(Traffic::kind).containsExactly("titles", "tags", "follow-ups");
    }

    /** Half an embedding and a tenth of a query for each request; what is embedded besides makes nobody ask more. */
    @Test
    void documentsAreSearchedWhereAModelMakesEmbeddings() {
        ServedModel llama = Served.models("name: llama3.1:8b, demand: { peakRequestsPerMinute: 8 }")
                .get(0);
        ServedModel embed = new ServedModel(llama.request(), Served.embedding());
        List<ModelDemand> demands = Served.demands(List.of(llama, embed), 1);
        assertThat(of("embed", demands).peak().orElseThrow().formula()).isEqualTo("people 8.0 + embeddings 0.50 x 8.0");
        assertThat(of("llama3.1:8b", demands).peak().orElseThrow().value().amount())
                .isEqualTo(8 * (1 + 1.5 + 0.1), within(1e-9));
        assertThat(Served.tasks(List.of(embed)).model()).isEmpty();
        assertThat(Served.tasks(List.of(embed)).switches())
                .noneMatch(each -> each.on().value());
        assertThat(Served.tasks(List.of(llama)).switches())
                .filteredOn(each -> each.on().value())
                .hasSize(3);
    }

    @Test
    void aModelThatNobodyAsksHasNoDemand() {
        List<ModelDemand> demands = Served.demands(Served.models("name: llama3.1:8b", "name: gemma2:2b"), 1);
        assertThat(demands).allSatisfy(demand -> {
            assertThat(demand.peak()).isEmpty();
            assertThat(demand.decisions()).extracting(Decision::id).noneMatch(id -> id.endsWith(".demand"));
        });
    }

    /** 8 x 60 x 730 x 0.25. */
    @Test
    void aMonthHasTheRequestsOfItsWeeks() {
        ModelDemand demand = Served.demands(Served.models("name: llama3.1:8b, demand: { peakRequestsPerMinute: 8 }"), 1)
                .get(0);
        double mean = Served.CATALOG.profiles().week(Profile.Named.OFFICE).mean();
        assertThat(demand.monthly().orElseThrow().value().amount()).isEqualTo(8 * 60 * 730 * mean, within(1e-6));
        assertThat(demand.peak().orElseThrow().formula()).startsWith("people 8.0 + titles");
    }

    @Test
    void regionsShareTheDemand() {
        List<ServedModel> models = Served.models("name: llama3.1:8b, demand: { peakRequestsPerMinute: 8 }");
        ModelDemand demand = new Demands(
                        Served.tasks(models),
                        Served.CATALOG.profiles(),
                        Served.CATALOG.platform().hoursPerMonth(),
                        2)
                .of(List.of(new Demands.Asked(models.get(0), Served.service(models.get(0), "T4", 1, 1))))
                .get(0);
        assertThat(demand.load().traffic().get(0).peak().amount()).isEqualTo(4);
        assertThat(demand.peak().orElseThrow().value().amount()).isEqualTo(4 * 2.5, within(1e-9));
        assertThat(demand.peak().orElseThrow().formula()).endsWith(", over 2 regions");
    }
}
