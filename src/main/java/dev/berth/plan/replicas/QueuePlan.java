package dev.berth.plan.replicas;

import dev.berth.model.Queue;
import dev.berth.model.Setting;
import dev.berth.plan.decision.Counted;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.memory.GroupMemory;

/**
 * The queue whose messages scale a group.
 *
 * @param messagesPerReplica in the queue and in work, that a fleet is held at
 */
public record QueuePlan(Setting<String> name, Decision<Integer> messagesPerReplica) {

    public static QueuePlan of(Queue queue, GroupMemory memory) {
        Decision<Integer> slots = memory.slots();
        return new QueuePlan(
                queue.name(),
                Decision.derived(
                                "group." + memory.name() + ".queue.messagesPerReplica",
                                slots.value(),
                                Counted.messages(slots.value()))
                        .from(slots)
                        .by("slots " + slots.value()
                                + ": a message in work takes one, and nobody waits in person for whom one is kept free")
                        .unless(queue.messagesPerReplica(), Counted::messages));
    }
}
