/** A plan for programs. {@code schema/plan.schema.json} describes it, part by part as the classes here. */
@NullMarked
package dev.berth.cli.json;

import org.jspecify.annotations.NullMarked;
