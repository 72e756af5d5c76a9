package dev.berth.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Random value files that pass the schema; whether they can be planned is for the planner to say. */
public final class ValueFileGenerator {

    private static final List<String> REGIONS = List.of("westeurope", "eastus", "northeurope", "swedencentral");

    private final SplittableRandom random;

    public ValueFileGenerator(SplittableRandom random) {
        this.random = random;
    }

    public String next() {
        StringBuilder text = new StringBuilder("apiVersion: berth.dev/v1\n");
        text.append("azure: { regions: [").append(pick(REGIONS)).append("] }\nmodels:\n");
        TreeSet<String> models = new TreeSet<>();
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            models.add(pick(List.copyOf(Plans.catalog().models().keySet())));
        }
        models.forEach(model -> text.append(model(model)));
        text.append("gpuPools:\n  - { name: gpu, size: ")
                .append(pick(List.copyOf(Plans.catalog().gpuSizes().keySet())));
        text.append(bounds("nodes", 0, 6));
        text.append(random.nextInt(3) == 0 ? ", sharing: { timeSlices: " + (2 + random.nextInt(3)) + " }" : "");
        text.append(" }\ninference: { groups: { default: { slots: ").append(1 + random.nextInt(4));
        text.append(", kvCache: ").append(pick(List.of("f16", "q8_0", "q4_0")));
        return text.append(bounds("replicas", 1, 6)).append(" } } }\n").toString();
    }

    private String model(String name) {
        List<String> fields = new ArrayList<>(List.of("name: " + name));
        if (random.nextBoolean()) {
            fields.add("context: " + (256 << random.nextInt(6)));
        }
        if (random.nextInt(3) == 0) {
            fields.add("keep: onDemand");
        }
        return "  - { " + String.join(", ", fields) + " }\n";
    }

    private String bounds(String field, int least, int most) {
        if (random.nextBoolean()) {
            return "";
        }
        int min = least + random.nextInt(most);
        return ", " + field + ": { min: " + min + ", max: " + (Math.max(1, min) + random.nextInt(most)) + " }";
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
