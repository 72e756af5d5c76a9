package dev.berth.cli.json;

import dev.berth.model.Quantity;
import dev.berth.model.Range;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Figures, their units in the names of their fields. */
final class FigureJson {

    private FigureJson() {}

    /** Four decimals say more than any figure of the catalogue knows. */
    static double of(Quantity<?> quantity) {
        return Double.parseDouble(quantity.digits(4));
    }

    static ObjectNode of(Range<?> range) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("low", of(range.low()))
                .put("mid", of(range.mid()))
                .put("high", of(range.high()));
    }
}
