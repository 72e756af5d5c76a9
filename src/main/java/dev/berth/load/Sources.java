package dev.berth.load;

import dev.berth.catalog.Citation;
import dev.berth.model.Setting;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import java.util.Optional;

/** The sources that a catalogue file lists; its rows name theirs. */
final class Sources {

    private final Fields file;
    private final Problems problems;

    Sources(Fields file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * @param name what the figures belong to, for people
     * @param row a part of the file with a field {@code source}
     */
    Citation cite(String name, Fields row) {
        Setting<String> source = row.text("source");
        Optional<Fields> cited = file.child("sources").optionalChild(source.value());
        if (cited.isEmpty()) {
            problems.add(
                    Code.WRONG_VALUE,
                    source.at(),
                    "the source `" + source.value() + "` is not among the sources of the catalogue",
                    "add it under `sources:` with its text and date");
        }
        return new Citation(
                name,
                row.mapping().span(),
                cited.map(found -> found.text("text").value()).orElse(source.value()),
                cited.map(found -> found.text("date").value()).orElse(""));
    }
}
