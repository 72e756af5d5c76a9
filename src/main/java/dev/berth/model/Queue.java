package dev.berth.model;

import java.util.Optional;

/**
 * A queue of Azure whose messages scale a group.
 *
 * @param messagesPerReplica in the queue and in work; derived when absent
 */
public record Queue(Setting<String> name, Optional<Setting<Integer>> messagesPerReplica) {}
