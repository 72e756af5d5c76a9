package dev.berth.plan;

import dev.berth.model.Group;
import dev.berth.model.Setting;
import dev.berth.model.Signal;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Takes the target of each signal that the scaler of a group reads. */
final class ScalingTargets {

    private ScalingTargets() {}

    static Map<Signal, Decision<Integer>> of(Group group, Problems problems) {
        List<Signal> read = group.signals().stream().map(Setting::value).toList();
        Map<Signal, Decision<Integer>> targets = new EnumMap<>(Signal.class);
        group.targets().forEach((signal, target) -> {
            if (read.contains(signal)) {
                String id = "group." + group.name() + ".target." + signal.key();
                targets.put(signal, Decision.of(id, target, target.value() + " %"));
            } else if (target.isPinned()) {
                problems.add(
                        Code.TARGET_WITHOUT_SIGNAL,
                        target.at(),
                        "`" + target.path() + "` is set, but group `" + group.name() + "` does not read `"
                                + signal.key() + "`",
                        "add `" + signal.key() + "` to its `signals`, or remove the target");
            }
        });
        return targets;
    }
}
