package dev.berth.load;

import dev.berth.model.Engine;
import dev.berth.source.Code;
import dev.berth.source.Problem;
import dev.berth.source.Problems;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Mapping;
import dev.berth.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Checks that somebody can count the messages of a queue, and that each scales one group. Works on the tree. */
final class QueueCheck {

    private final Problems problems = new Problems();
    private final Map<String, String> groupOf = new TreeMap<>();

    private QueueCheck() {}

    /** @param tree a value file with its defaults */
    static List<Problem> in(YamlNode tree) {
        QueueCheck check = new QueueCheck();
        tree.entriesAt("inference.groups").forEach((name, group) -> check.group(name, group.value()));
        return check.problems.toList();
    }

    private void group(String name, YamlNode group) {
        Optional<Scalar> queue = group.scalarAt("queue.name");
        if (queue.isEmpty()) {
            return;
        }
        if (group.textAt("engine").equals(Engine.HPA.key())) {
            problems.add(
                    Code.QUEUE_WITHOUT_KEDA,
                    // The name may have another mistake.
                    ((Mapping) group).keySpan("queue"),
                    "group `" + name + "` has the queue `" + queue.get().text() + "` and engine `" + Engine.HPA.key()
                            + "`, which cannot count messages",
                    "write `engine: " + Engine.KEDA.key() + "` for the group, or remove `queue`");
        }
        String other = groupOf.putIfAbsent(queue.get().text(), name);
        if (other != null) {
            problems.add(
                    Code.QUEUE_OF_TWO_GROUPS,
                    queue.get().span(),
                    "the queue `" + queue.get().text() + "` scales group `" + other + "` already: each message would"
                            + " start replicas of both, and only one of them answers it",
                    "give group `" + name + "` a queue of its own");
        }
    }
}
