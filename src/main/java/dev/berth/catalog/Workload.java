package dev.berth.catalog;

import dev.berth.model.Engine;
import dev.berth.model.Environment;
import dev.berth.model.Gib;
import dev.berth.model.MilliCpu;
import java.util.Arrays;
import java.util.Optional;

/**
 * Something that runs beside the models and Open WebUI.
 *
 * @param replicas on each node for what runs on nodes
 * @param cpu that one replica requests; it has no limit
 * @param memory that one replica requests
 * @param only where it runs only in some environments
 */
public record Workload(
        String name,
        RunsOn runsOn,
        int replicas,
        MilliCpu cpu,
        Gib memory,
        Gib memoryLimit,
        Optional<Only> only,
        Citation citation) {

    /** Whether it runs in an environment. */
    public boolean isIn(Environment environment) {
        return only.isEmpty() || only.get().isIn(environment);
    }

    /** {@code 2 x 50m and 0.13 GiB}. */
    @Override
    public String toString() {
        return replicas + " x " + cpu + " and " + memory;
    }

    /** What an environment has for which a workload is there. */
    public enum Only {
        /** A group that KEDA scales. */
        KEDA("keda") {
            @Override
            boolean isIn(Environment environment) {
                return environment.isScaledBy(Engine.KEDA);
            }
        },
        /** A group with windows, which are not KEDA's. */
        CLOCK("clock") {
            @Override
            boolean isIn(Environment environment) {
                return environment.hasClock();
            }
        };

        private final String key;

        Only(String key) {
            this.key = key;
        }

        /** @param key the word in the catalogue */
        public static Only of(String key) {
            return Arrays.stream(values())
                    .filter(only -> only.key.equals(key))
                    .findFirst()
                    .orElseThrow();
        }

        abstract boolean isIn(Environment environment);
    }

    /** Where a workload runs. */
    public enum RunsOn {
        /** On the CPU pool, wherever there is room. */
        APPS("apps"),
        /** On each GPU node. */
        GPU("gpu"),
        /** On each node. */
        EVERY("every"),
        /** In each pod of Ollama, beside its server. */
        REPLICA("replica");

        private final String key;

        RunsOn(String key) {
            this.key = key;
        }

        /** @param key the word in the catalogue */
        public static RunsOn of(String key) {
            return Arrays.stream(values())
                    .filter(place -> place.key.equals(key))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
