package dev.berth.plan.growth;

import dev.berth.model.Usd;
import java.util.List;

/**
 * A change that lifts a limit.
 *
 * @param fields of the value file with their new values, as {@code --what-if} takes them
 * @param factor times the stated demand that it allows at the least
 * @param expected what it adds to the expected cost of a month, at the stated demand
 * @param ceiling what it adds to the most that a month can cost
 */
public record Lift(List<String> fields, double factor, Usd expected, Usd ceiling) {}
