package dev.berth.catalog;

import java.util.Optional;
import java.util.Set;

/** Words that Azure refuses in names of resources. */
public record ReservedNames(Set<String> anywhere, Set<String> atStart, Set<String> asWord) {

    /** The reserved word that stands in the way of a lower-case name. */
    public Optional<String> in(String name) {
        return asWord.stream()
                .filter(name::equals)
                .findFirst()
                .or(() -> anywhere.stream().filter(name::contains).findFirst())
                .or(() -> atStart.stream().filter(name::startsWith).findFirst());
    }
}
