package dev.berth.plan.placement;

import dev.berth.model.Gib;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Tenants of random sizes, and rooms that hold some of them. */
final class RandomTenants {

    private final SplittableRandom random;

    RandomTenants(SplittableRandom random) {
        this.random = random;
    }

    /** Of few sizes, so that some are alike. Predictions are mostly below what is taken, some above. */
    List<Tenant> some(String prefix, int most) {
        int number = random.nextInt(most + 1);
        return IntStream.range(0, number)
                .mapToObj(place -> {
                    double residency = (1 + random.nextInt(32)) / 2.0;
                    return new Tenant(
                            prefix + (char) ('a' + place),
                            new Gib(residency),
                            new Gib(residency * (0.6 + random.nextInt(6) / 10.0)));
                })
                .toList();
    }

    GpuRoom room() {
        return new GpuRoom(new Gib(8 + random.nextInt(40) / 2.0), 0.8);
    }

    List<Tenant> shuffled(List<Tenant> tenants) {
        List<Tenant> copy = new ArrayList<>(tenants);
        Collections.shuffle(copy, new Random(random.nextLong()));
        return copy;
    }
}
