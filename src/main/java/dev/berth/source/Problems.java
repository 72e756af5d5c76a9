package dev.berth.source;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Collects problems so that a run reports all of them at once, sorted and without repeats. */
public final class Problems {

    private final TreeSet<Problem> collected = new TreeSet<>();

    public void add(Code code, Span at, String message, String hint) {
        collected.add(new Problem(code, at, message, hint));
    }

    public void addAll(Collection<Problem> problems) {
        collected.addAll(problems);
    }

    /** Adds what is found at places that have no problem yet: one mistake is reported once. */
    public void addElsewhere(Collection<Problem> problems) {
        Set<String> taken =
                collected.stream().map(known -> known.at().toString()).collect(Collectors.toSet());
        problems.stream()
                .filter(problem -> !taken.contains(problem.at().toString()))
                .forEach(collected::add);
    }

    public boolean hasErrors() {
        return collected.stream().anyMatch(Problem::isError);
    }

    public List<Problem> toList() {
        return List.copyOf(collected);
    }

    /** The result with the collected problems added to its own. */
    public <T> Result<T> and(Result<T> result) {
        addAll(result.problems());
        return result instanceof Result.Ok<T> ok ? result(ok::value) : new Result.Failed<>(toList());
    }

    /** The value with the collected warnings, or all problems when one of them is an error. */
    public <T> Result<T> result(Supplier<T> value) {
        return hasErrors() ? new Result.Failed<>(toList()) : new Result.Ok<>(value.get(), toList());
    }
}
