package dev.berth.cli;

import dev.berth.catalog.Catalog;
import dev.berth.load.EnvironmentLoader;
import dev.berth.source.Nearest;
import dev.berth.source.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Asks a person on a terminal for what {@code berth init} was not told. */
final class InitQuestions {

    private final Console console;
    private final java.io.@Nullable Console terminal;

    InitQuestions(Console console, java.io.@Nullable Console terminal) {
        this.console = console;
        this.terminal = terminal;
    }

    boolean canAsk() {
        return terminal != null;
    }

    String environment() {
        String question = "Name of the environment (2 to 12 lower-case letters and digits): ";
        while (true) {
            String answer = required(question);
            Optional<Problem> refused = EnvironmentLoader.refusedName(answer);
            if (refused.isEmpty()) {
                return answer;
            }
            console.out().println("  " + refused.get().message());
        }
    }

    /** @param catalog what the names are looked up in; without it any is taken, and the value file is checked later */
    List<String> regions(Optional<Catalog> catalog) {
        Set<String> known =
                catalog.map(facts -> facts.prices().regions().keySet()).orElse(Set.of());
        return names(
                "Azure regions, the primary first (such as westeurope): ",
                known,
                name -> catalog.isEmpty() || known.contains(name));
    }

    /** @param catalog as for regions */
    List<String> models(Optional<Catalog> catalog) {
        Set<String> known = catalog.map(facts -> facts.models().keySet()).orElse(Set.of());
        console.out().println("Known models: " + String.join(", ", known));
        return names(
                "Models to serve, separated by commas: ",
                known,
                name -> catalog.isEmpty() || catalog.get().model(name).isPresent());
    }

    Optional<String> gitUrl(boolean hasDefaults) {
        String answer = answer("Git repository that Flux reads (empty: "
                + (hasDefaults ? "as in values/defaults.yaml" : "to be added later") + "): ");
        return answer.isEmpty() ? Optional.empty() : Optional.of(answer);
    }

    boolean removeExamples(List<String> examples) {
        return answer("Remove the example environments " + String.join(", ", examples) + "? [y/N] ")
                .equalsIgnoreCase("y");
    }

    private String required(String question) {
        String answer = "";
        while (answer.isEmpty()) {
            answer = answer(question);
        }
        return answer;
    }

    private String answer(String question) {
        console.out().flush();
        String line = terminal == null ? null : terminal.readLine("%s", question);
        if (line == null) {
            throw new InputEnded();
        }
        return line.strip();
    }

    /** Asks until every word is a known name. */
    private List<String> names(String question, Set<String> known, Predicate<String> isKnown) {
        while (true) {
            List<String> names = words(required(question));
            List<String> unknown =
                    names.stream().filter(name -> !isKnown.test(name)).toList();
            if (unknown.isEmpty()) {
                return names;
            }
            unknown.forEach(
                    name -> console.out().println("  `" + name + "` is not known; " + Nearest.hint(name, known)));
        }
    }

    private static List<String> words(String answer) {
        return Arrays.stream(answer.split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The person closed the input instead of answering. */
    static final class InputEnded extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
