package dev.berth.plan.demand;

import dev.berth.catalog.BackgroundCalls.Call;
import dev.berth.catalog.Fact;
import dev.berth.catalog.Profiles;
import dev.berth.catalog.Profiles.Week;
import dev.berth.model.Count;
import dev.berth.model.Demand;
import dev.berth.model.RequestRate;
import dev.berth.plan.decision.Decision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Derives what is asked of each model: by people, as the value file says, and by Open WebUI itself.
 *
 * @param regions that share the demand alike
 */
public record Demands(WebUiTasks tasks, Profiles profiles, Fact<Integer> hoursPerMonth, int regions) {

    private static final int MINUTES = 60;

    /** A model and how long it takes for requests. */
    public record Asked(ServedModel served, ServiceTime service) {

        Optional<Demand> demand() {
            return served.request().demand();
        }
    }

    /** @param models of all groups: what people ask of one makes Open WebUI ask another */
    public List<ModelDemand> of(List<Asked> models) {
        List<Demand> chats = models.stream()
                .filter(asked -> asked.served().answers())
                .flatMap(asked -> asked.demand().stream())
                .toList();
        return models.stream().map(asked -> of(asked, chats)).toList();
    }

    private ModelDemand of(Asked asked, List<Demand> chats) {
        ServiceTime service = asked.service();
        List<Traffic> background = tasks.callsOf(asked.served()).stream()
                .flatMap(call -> byWeek(chats).entrySet().stream()
                        .map(chat -> background(call, chat.getKey(), chat.getValue(), service)))
                .toList();
        List<Traffic> all = Stream.concat(
                        asked.demand().stream().map(demand -> people(demand, service)), background.stream())
                .toList();
        return new ModelDemand(
                new ModelLoad(service.model(), service.slots().value(), all),
                service.speed(),
                all.isEmpty() ? Optional.empty() : Optional.of(peak(asked, all, chats)),
                asked.demand().map(demand -> monthly(service.model(), demand)),
                asked.demand().map(service::of),
                service.ofPrompt(asked.demand(), profiles.usualPrompt()));
    }

    private Traffic people(Demand demand, ServiceTime service) {
        return new Traffic(
                "people",
                demand.peak().value().times(1.0 / regions),
                service.of(demand.promptTokens().value(), demand.answerTokens().value()),
                week(demand));
    }

    /** What people ask at the same times is one stream of requests. */
    private Map<Week, RequestRate> byWeek(List<Demand> chats) {
        Map<Week, RequestRate> peaks = new LinkedHashMap<>();
        // Sorted, so that the order of models cannot change the sum.
        chats.stream()
                .sorted(Comparator.comparing(chat -> chat.peak().value()))
                .forEach(chat -> peaks.merge(week(chat), chat.peak().value(), RequestRate::plus));
        return peaks;
    }

    private Traffic background(Call call, Week week, RequestRate chats, ServiceTime service) {
        return new Traffic(
                call.name(),
                chats.times(call.perRequest() / regions),
                service.of(call.promptTokens(), call.answerTokens()),
                week);
    }

    private Week week(Demand demand) {
        return profiles.week(demand.profile().value());
    }

    private Decision<RequestRate> peak(Asked asked, List<Traffic> all, List<Demand> chats) {
        RequestRate total = all.stream().map(Traffic::peak).reduce(new RequestRate(0), RequestRate::plus);
        Decision.Draft<RequestRate> draft = Decision.derived(
                "model." + asked.served().name() + ".demand", total, total.digits(1) + " requests/min");
        List<String> parts = new ArrayList<>();
        asked.demand().ifPresent(demand -> {
            draft.from(demand.peak());
            parts.add("people " + demand.peak().value().digits(1));
        });
        List<Call> calls = tasks.callsOf(asked.served());
        if (!calls.isEmpty()) {
            chats.forEach(chat -> draft.from(chat.peak()));
            RequestRate chatting =
                    chats.stream().map(chat -> chat.peak().value()).reduce(new RequestRate(0), RequestRate::plus);
            for (Call call : calls) {
                draft.from(tasks.citation(), call.name() + " for each request of people", call.perRequest());
                parts.add(call.name() + " " + new Count(call.perRequest()).digits(2) + " x " + chatting.digits(1));
            }
        }
        return draft.by(String.join(" + ", parts) + (regions == 1 ? "" : ", over " + regions + " regions"));
    }

    private Decision<Count> monthly(String model, Demand demand) {
        double mean = week(demand).mean();
        int hours = hoursPerMonth.value();
        Count requests = new Count(demand.peak().value().amount() * MINUTES * hours * mean);
        Decision.Draft<Count> draft = Decision.derived(
                        "model." + model + ".monthlyRequests", requests, requests.digits(0) + " requests")
                .from(demand.peak())
                .from(demand.profile())
                .from(hoursPerMonth, "hours of a month");
        profiles.named(demand.profile().value())
                .ifPresent(week -> draft.from(week.citation(), "share of the busiest hour on average", mean));
        return draft.by("peak " + demand.peak().value().digits(1) + " a minute x " + MINUTES + " x " + hours
                + " hours x " + new Count(mean).digits(2) + " of the busiest hour on average");
    }
}
