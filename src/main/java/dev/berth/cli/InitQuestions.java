package dev.berth.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
        return required("Name of the environment (2 to 12 lower-case letters and digits): ");
    }

    List<String> regions() {
        return words(required("Azure regions, the primary first (such as westeurope): "));
    }

    List<String> models(List<String> known) {
        console.out().println("Known models: " + String.join(", ", known));
        return words(required("Models to serve, separated by commas: "));
    }

    Optional<String> gitUrl() {
        String answer = answer("Git repository that Flux reads (empty: as in values/defaults.yaml): ");
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
