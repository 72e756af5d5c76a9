package dev.berth.plan;

import dev.berth.model.Group;
import dev.berth.model.Percent;
import dev.berth.model.Setting;
import dev.berth.model.Signal;
import dev.berth.plan.decision.Decision;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes the target of each signal that the scaler of a group reads. */
final class ScalingTargets {

    private ScalingTargets() {}

    /** The targets in the order in which the value file names the signals. */
    static Map<Signal, Decision<Percent>> of(Group group) {
        List<Signal> read = group.signals().stream().map(Setting::value).toList();
        Map<Signal, Decision<Percent>> targets = new LinkedHashMap<>();
        for (Signal signal : read) {
            Setting<Percent> target = group.targets().get(signal);
            if (target != null) {
                String id = "group." + group.name() + ".target." + signal.key();
                targets.put(signal, Decision.of(id, target, target.value().toString()));
            }
        }
        return Collections.unmodifiableMap(targets);
    }
}
