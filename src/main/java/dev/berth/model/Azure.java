package dev.berth.model;

import java.util.List;
import java.util.Optional;

/**
 * Where the environment runs.
 *
 * @param regions at least one; the first is the primary
 * @param apiServerRanges addresses that may reach the API server; none when it is private
 * @param quota of the subscription
 */
public record Azure(
        Optional<Setting<String>> subscription,
        List<Setting<String>> regions,
        List<Setting<String>> apiServerRanges,
        List<Quota> quota) {}
