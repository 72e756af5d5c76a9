package dev.berth.catalog;

import dev.berth.catalog.PlatformFacts.Image;
import dev.berth.model.Gib;
import dev.berth.model.MilliCpu;

/**
 * What the router in front of the models takes, and how much it lets wait.
 *
 * @param waiting requests of one model that may wait for a slot; more are turned away
 * @param spare requests beside those of models, such as for their list
 * @param buffer that a request or an answer passes through
 * @param connectionMemory of a connection whose buffers are full
 */
public record RouterFacts(
        Image image,
        Fact<Integer> replicas,
        Fact<MilliCpu> cpuRequest,
        Fact<Integer> waiting,
        Fact<Integer> spare,
        Fact<Gib> buffer,
        Fact<Gib> connectionMemory,
        Fact<Gib> idleMemory) {}
