package dev.berth.load;

import dev.berth.model.Setting;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Rows of a table, by their names; a name that stands twice in one file is a problem. */
final class NamedRows {

    private final Problems problems;

    NamedRows(Problems problems) {
        this.problems = problems;
    }

    <T> Map<String, T> byName(List<Fields> rows, Function<Fields, T> read) {
        Map<String, T> byName = new LinkedHashMap<>();
        for (Fields row : rows) {
            Setting<String> name = row.text("name");
            if (byName.putIfAbsent(name.value(), read.apply(row)) != null) {
                problems.add(
                        Code.REPEATED_NAME,
                        name.at(),
                        "the row `" + name.value() + "` stands twice",
                        "keep one of them");
            }
        }
        return byName;
    }
}
