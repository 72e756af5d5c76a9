package dev.berth.model;

import dev.berth.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One StatefulSet of Ollama replicas; slots, KV cache type and keep-alive are the same for all models it serves.
 *
 * @param at the key of the group
 * @param pool the GPU pool it runs on; the first pool when absent
 * @param slots requests that one loaded model serves at the same time
 * @param targets one for each signal
 */
public record Group(
        String name,
        Span at,
        Optional<Setting<String>> pool,
        Setting<Integer> slots,
        Setting<KvCacheType> kvCache,
        Bounds replicas,
        Setting<Engine> engine,
        List<Setting<Signal>> signals,
        Map<Signal, Setting<Percent>> targets) {}
