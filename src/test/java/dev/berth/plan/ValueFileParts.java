package dev.berth.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * A value file in parts that tests can change.
 *
 * @param pools in YAML, as are the groups
 * @param rest of the file
 */
record ValueFileParts(String azure, List<Model> models, List<String> pools, List<String> groups, String rest) {

    /** @param fields all but the demand */
    record Model(String name, String fields, Optional<Asked> asked) {

        Model times(double factor) {
            return new Model(name, fields, asked.map(demand -> new Asked(demand.perMinute * factor, demand.fields)));
        }

        private String text() {
            return "  - { " + fields + asked.map(Asked::text).orElse("") + " }\n";
        }
    }

    /** @param fields all but the rate */
    record Asked(double perMinute, String fields) {

        private String text() {
            return String.format(Locale.ROOT, ", demand: { peakRequestsPerMinute: %.6f%s }", perMinute, fields);
        }
    }

    String text() {
        StringBuilder text = new StringBuilder("apiVersion: berth.dev/v1\nazure: " + azure + "\nmodels:\n");
        models.forEach(model -> text.append(model.text()));
        text.append("gpuPools:\n");
        pools.forEach(pool -> text.append("  - { ").append(pool).append(" }\n"));
        text.append("inference:\n  groups:\n");
        groups.forEach(group -> text.append("    ").append(group).append('\n'));
        return text.append(rest).toString();
    }

    ValueFileParts withModels(UnaryOperator<Model> change) {
        return new ValueFileParts(azure, models.stream().map(change).toList(), pools, groups, rest);
    }

    ValueFileParts shuffled(SplittableRandom random) {
        Random order = new Random(random.nextLong());
        return new ValueFileParts(
                azure, shuffled(models, order), shuffled(pools, order), shuffled(groups, order), rest);
    }

    private static <T> List<T> shuffled(List<T> parts, Random order) {
        List<T> shuffled = new ArrayList<>(parts);
        Collections.shuffle(shuffled, order);
        return List.copyOf(shuffled);
    }
}
