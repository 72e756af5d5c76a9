package dev.berth.plan;

import dev.berth.catalog.Catalog;
import dev.berth.catalog.LlmModel;
import dev.berth.plan.ValueFileParts.Asked;
import dev.berth.plan.ValueFileParts.Model;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Random value files that pass the schema; whether they can be planned is for the planner to say. */
public final class ValueFileGenerator {

    private static final List<String> REGIONS = List.of("westeurope", "eastus", "northeurope", "swedencentral");
    private static final List<String> GROUPS = List.of("default", "second", "third");
    private static final List<String> POOLS = List.of("gpu", "more", "large");
    private static final int MOST_MODELS = 12;

    private final SplittableRandom random;
    private final Catalog catalog;

    public ValueFileGenerator(SplittableRandom random) {
        this(random, Plans.catalog());
    }

    ValueFileGenerator(SplittableRandom random, Catalog catalog) {
        this.random = random;
        this.catalog = catalog;
    }

    public String next() {
        return parts().text();
    }

    ValueFileParts parts() {
        List<String> names = new ArrayList<>(catalog.models().keySet());
        Collections.shuffle(names, new Random(random.nextLong()));
        int models = Math.min(names.size(), 1 + random.nextInt(MOST_MODELS));
        List<String> pools = POOLS.subList(0, 1 + random.nextInt(POOLS.size()));
        List<String> groups = GROUPS.subList(0, Math.min(models, 1 + random.nextInt(GROUPS.size())));
        List<Model> served = new ArrayList<>();
        for (int place = 0; place < models; place++) {
            // No group without a model.
            served.add(model(names.get(place), place < groups.size() ? groups.get(place) : pick(groups)));
        }
        return new ValueFileParts(
                "{ regions: [" + String.join(", ", regions()) + "] }",
                served,
                pools.stream().map(this::pool).toList(),
                groups.stream().map(group -> group(group, pick(pools))).toList(),
                rest());
    }

    private List<String> regions() {
        String first = pick(REGIONS);
        return oneIn(4)
                ? List.of(
                        first,
                        pick(REGIONS.stream()
                                .filter(region -> !region.equals(first))
                                .toList()))
                : List.of(first);
    }

    private Model model(String name, String group) {
        LlmModel model = catalog.model(name).orElseThrow();
        StringBuilder fields = new StringBuilder("name: \"" + name + "\", group: " + group);
        int context = Math.min(model.contextLimit(), 4096);
        if (random.nextBoolean()) {
            context = Math.min(model.contextLimit(), 1024 << random.nextInt(4));
            fields.append(", context: ").append(context);
        }
        switch (random.nextInt(6)) {
            case 0, 1 -> fields.append(", keep: onDemand");
            case 2 ->
                fields.append(", keep: schedule, windows: [").append(window()).append("]");
            default -> {}
        }
        return new Model(name, fields.toString(), oneIn(3) ? Optional.empty() : Optional.of(asked(context)));
    }

    /** Of half an hour at the least and twenty at the most: it closes, whatever the cold start. */
    private String window() {
        int start = random.nextInt(24);
        int end = (start + 1 + random.nextInt(20)) % 24;
        return String.format(
                Locale.ROOT,
                "{ start: \"%02d:30\", end: \"%02d:00\", zone: Europe/Amsterdam, days: [%s] }",
                start,
                end,
                pick(List.of("mon", "sat, sun", "mon, tue, wed, thu, fri")));
    }

    /** From one in ten minutes to one a second, each within the context. */
    private Asked asked(int context) {
        double perMinute = Math.pow(10, -1 + 2.8 * random.nextDouble());
        StringBuilder fields = new StringBuilder();
        if (random.nextBoolean()) {
            fields.append(", promptTokens: ").append(1 + random.nextInt(context / 2));
            fields.append(", answerTokens: ").append(1 + random.nextInt(context / 4));
        }
        return new Asked(perMinute, fields + ", profile: " + pick(List.of("office", "flat", hours())));
    }

    private String hours() {
        return DoubleStream.generate(random::nextDouble)
                .limit(24)
                .mapToObj(share -> String.valueOf(Math.round(share * 100) / 100.0))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private String pool(String name) {
        return "name: " + name + ", size: "
                + pick(List.copyOf(catalog.gpuSizes().keySet()))
                + (oneIn(4) ? bounds("nodes", 0, 8) : "")
                + (oneIn(4) ? ", sharing: { timeSlices: " + (2 + random.nextInt(3)) + " }" : "")
                + (oneIn(8) ? ", spot: { usdPerHour: 0.3 }" : "");
    }

    private String group(String name, String pool) {
        return name + ": { pool: " + pool
                + (random.nextBoolean() ? ", slots: " + (1 + random.nextInt(4)) : "")
                + ", kvCache: " + pick(List.of("f16", "q8_0", "q4_0"))
                + (oneIn(3) ? bounds("replicas", 1, 12) : "")
                + targets()
                + (oneIn(4) ? ", engine: keda" + queue(name) : "")
                + " }";
    }

    private String queue(String group) {
        return random.nextBoolean() ? ", queue: { name: jobs-" + group + " }" : "";
    }

    private String targets() {
        String signal = pick(List.of("gpu-memory", "gpu-memory", "cpu", "memory"));
        return oneIn(4) ? ", targets: { " + signal + ": " + (5 + random.nextInt(95)) + " }" : "";
    }

    private String rest() {
        return (random.nextBoolean() ? "objectives: { waitP95Seconds: " + (1 + random.nextInt(60)) + " }\n" : "")
                + (oneIn(20) ? "budget: { monthlyUsd: " + (1000 << random.nextInt(8)) + " }\n" : "");
    }

    private String bounds(String field, int least, int most) {
        int min = least + random.nextInt(most);
        String max = "max: " + (Math.max(1, min) + random.nextInt(most));
        return ", " + field + ": { " + pick(List.of("min: " + min, max, "min: " + min + ", " + max)) + " }";
    }

    private boolean oneIn(int number) {
        return random.nextInt(number) == 0;
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
