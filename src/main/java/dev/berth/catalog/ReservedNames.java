package dev.berth.catalog;

import java.util.List;
import java.util.Optional;

/** Words that Azure refuses in names of resources. */
public record ReservedNames(List<String> anywhere, List<String> atStart, List<String> asWord) {

    /** The reserved word that stands in the way of a lower-case name. */
    public Optional<String> in(String name) {
        return asWord.stream()
                .filter(name::equals)
                .findFirst()
                .or(() -> anywhere.stream().filter(name::contains).findFirst())
                .or(() -> atStart.stream().filter(name::startsWith).findFirst());
    }
}
