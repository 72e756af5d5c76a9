package dev.berth.plan.schedule;

import dev.berth.model.Seconds;
import dev.berth.model.Setting;
import dev.berth.plan.decision.Decision;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * When a group keeps more replicas than its least.
 *
 * @param replicas in the windows, at the most
 * @param openings none where the least holds all models anyway
 */
public record Schedule(Decision<Integer> replicas, List<Opening> openings) {

    /** When a zone's clock keeps at least so many replicas, by zone and number. */
    public SortedMap<String, SortedMap<Integer, OpenTime>> floors(Seconds lead) {
        Map<String, List<Opening>> byZone = openings.stream()
                .collect(
                        Collectors.groupingBy(opening -> opening.window().zone().value()));
        SortedMap<String, SortedMap<Integer, OpenTime>> floors = new TreeMap<>();
        byZone.forEach((zone, here) -> floors.put(zone, floors(zone, here, lead)));
        return floors;
    }

    /** When at least so many replicas are kept, by their number; windows of other zones are as far away as in winter. */
    public SortedMap<Integer, OpenTime> levels(Seconds lead) {
        return openings.isEmpty()
                ? new TreeMap<>()
                : floors(openings.get(0).window().zone().value(), openings, lead);
    }

    private static SortedMap<Integer, OpenTime> floors(String zone, List<Opening> openings, Seconds lead) {
        SortedSet<Integer> levels = new TreeSet<>();
        openings.forEach(opening -> levels.add(opening.replicas()));
        SortedMap<Integer, OpenTime> floors = new TreeMap<>();
        for (int level : levels) {
            floors.put(
                    level,
                    OpenTime.of(
                                    zone,
                                    openings.stream()
                                            .filter(opening -> opening.replicas() >= level)
                                            .map(Opening::window)
                                            .toList())
                            .earlier(lead));
        }
        return floors;
    }

    /** The zones of its windows, in the order of the value file. */
    public List<Setting<String>> zones() {
        return openings.stream().map(opening -> opening.window().zone()).toList();
    }
}
