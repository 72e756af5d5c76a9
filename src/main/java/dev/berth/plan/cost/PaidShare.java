package dev.berth.plan.cost;

import dev.berth.catalog.AzureFacts.ShareSpeed;
import dev.berth.model.Gib;
import dev.berth.plan.decision.Decision;

/** A file share as it is paid for, in each region. */
public record PaidShare(String name, Decision<Gib> size, Decision<ShareSpeed> speed) {}
