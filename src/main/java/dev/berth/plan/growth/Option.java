package dev.berth.plan.growth;

import dev.berth.model.Environment;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A change that may help.
 *
 * @param fields as {@code --what-if} takes them
 * @param change the same on the environment
 */
record Option(List<String> fields, UnaryOperator<Environment> change) {}
