package dev.berth.plan.group;

import dev.berth.catalog.OllamaFacts;
import dev.berth.model.Gib;
import dev.berth.model.Range;
import dev.berth.model.Seconds;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.memory.ModelPlan;
import dev.berth.plan.start.StartPlan;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a load is seen in a replica's GPU memory, because Ollama tells nothing of its loads.
 *
 * @param rise of the memory in use that counts as one
 * @param window in which it rises
 * @param mostPerHour of a replica whose models do not push each other out
 */
public record LoadSignal(Decision<Gib> rise, Decision<Seconds> window, Decision<Integer> mostPerHour) {

    /** So that a low between two loads is among the readings, which come every 15 seconds. */
    private static final Seconds LEAST_WINDOW = new Seconds(60);

    private static final int HOUR = 3600;

    /** Of each group, by its name. */
    public static SortedMap<String, LoadSignal> of(List<GroupPlan> groups, StartPlan start, OllamaFacts ollama) {
        SortedMap<String, LoadSignal> all = new TreeMap<>();
        groups.forEach(group -> all.put(group.name(), of(group, start, ollama)));
        return Collections.unmodifiableSortedMap(all);
    }

    private static LoadSignal of(GroupPlan group, StartPlan start, OllamaFacts ollama) {
        String id = "group." + group.name() + ".load.";
        return new LoadSignal(rise(id, group), window(id, group, start), mostPerHour(id, group, ollama));
    }

    private static Decision<Gib> rise(String id, GroupPlan group) {
        Decision<Range<Gib>> smallest = group.models().stream()
                .map(ModelPlan::residency)
                .min(Comparator.comparing(residency -> residency.value().low()))
                .orElseThrow();
        Gib least = smallest.value().low();
        Gib rise = least.times(0.5);
        return Decision.derived(id + "rise", rise, rise.toString())
                .from(smallest)
                .by("half of what the smallest model takes at the least, " + least.digits(2) + " GiB");
    }

    private static Decision<Seconds> window(String id, GroupPlan group, StartPlan start) {
        Decision<Range<Seconds>> longest = start.loads().stream()
                .filter(load ->
                        group.models().stream().anyMatch(model -> model.name().equals(load.model())))
                .map(load -> load.cold())
                .max(Comparator.comparing(load -> load.value().high()))
                .orElseThrow();
        Seconds window = longest.value().high().atLeast(LEAST_WINDOW);
        return Decision.derived(id + "window", window, window.toString())
                .from(longest)
                .by("as long as the longest load, at the most "
                        + longest.value().high() + ", at least " + LEAST_WINDOW
                        + ": weights and cache of a model are taken one after the other");
    }

    private static Decision<Integer> mostPerHour(String id, GroupPlan group, OllamaFacts ollama) {
        int keepAlive = ollama.keepAlive().value().whole();
        int loaded = Math.min(group.models().size(), group.loadedModels().value());
        int most = loaded * (1 + HOUR / keepAlive);
        return Decision.derived(id + "mostPerHour", most, most + " loads")
                .from(ollama.keepAlive(), "keep-alive")
                .from(group.loadedModels())
                .by("at most " + loaded + " loaded at the same time x (1 + " + HOUR + " s / keep-alive "
                        + ollama.keepAlive().value() + "), for which a model stays that nobody pushes out");
    }

    public List<Decision<?>> decisions() {
        return List.of(rise, window, mostPerHour);
    }
}
