package dev.berth.model;

import dev.berth.source.Span;
import dev.berth.yaml.YamlPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One StatefulSet of Ollama replicas; slots, KV cache type and keep-alive are the same for all models it serves.
 *
 * @param at the key of the group
 * @param pool the GPU pool it runs on; the first pool when absent
 * @param slots requests that one loaded model serves at the same time; derived when absent
 * @param paused said where nothing changes the number of replicas for now
 * @param targets of signals; one that is absent is derived
 * @param queue whose messages scale it too
 */
public record Group(
        String name,
        Span at,
        Optional<Setting<String>> pool,
        Optional<Setting<Integer>> slots,
        Setting<KvCacheType> kvCache,
        Bounds replicas,
        Setting<Engine> engine,
        Optional<Setting<Boolean>> paused,
        List<Setting<Signal>> signals,
        Map<Signal, Setting<Percent>> targets,
        Optional<Queue> queue) {

    /** The same group with so many slots. */
    public Group withSlots(int number) {
        YamlPath field = YamlPath.ROOT.key("inference").key("groups").key(name).key("slots");
        Setting<Integer> pinned = new Setting<>(number, field, at, Basis.PINNED);
        return new Group(
                name, at, pool, Optional.of(pinned), kvCache, replicas, engine, paused, signals, targets, queue);
    }

    /** The same group with other bounds. */
    public Group withReplicas(Bounds bounds) {
        return new Group(name, at, pool, slots, kvCache, bounds, engine, paused, signals, targets, queue);
    }
}
