package dev.berth.cli.report;

import dev.berth.plan.Plan;
import dev.berth.source.Problem;
import java.util.List;

/**
 * A plan, and what is to be said of it.
 *
 * @param problems warnings, or the limits of quota and budget that it does not keep
 */
public record Planned(Plan plan, List<Problem> problems) {}
