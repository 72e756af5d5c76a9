package dev.berth.plan.cost;

import dev.berth.model.Gib;
import dev.berth.plan.decision.Decision;
import java.util.List;

/**
 * A file share as it is paid for, in each region.
 *
 * @param iops operations per second
 * @param speed why it is as fast as that
 */
public record PaidShare(String name, Decision<Gib> size, int iops, int throughputMibps, List<Decision<?>> speed) {}
