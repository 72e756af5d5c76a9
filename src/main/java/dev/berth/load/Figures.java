package dev.berth.load;

import dev.berth.model.Basis;
import dev.berth.model.Quantity;
import dev.berth.model.Range;
import dev.berth.model.Setting;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import java.util.List;
import java.util.function.DoubleFunction;

/** Reads the least, the likely and the most of a figure that people may have written. */
record Figures(Problems problems) {

    /** @param owner what the figure belongs to, for people */
    <Q extends Quantity<Q>> Range<Q> range(Fields row, String owner, String key, Basis basis, DoubleFunction<Q> unit) {
        List<Setting<Double>> figures = row.numbers(key);
        double low = figures.get(0).value();
        double mid = figures.get(1).value();
        double high = figures.get(2).value();
        if (low > mid || mid > high) {
            problems.add(
                    Code.WRONG_VALUE,
                    figures.get(0).at(),
                    "`" + key + "` of `" + owner + "` does not rise, the least, the likely and the most were expected",
                    "write them in this order, for example `[14.5, 14.6, 14.7]`");
            return new Range<>(unit.apply(low), unit.apply(low), unit.apply(low), basis);
        }
        return new Range<>(unit.apply(low), unit.apply(mid), unit.apply(high), basis);
    }
}
