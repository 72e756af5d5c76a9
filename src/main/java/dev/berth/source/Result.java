package dev.berth.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A value with the warnings found on the way to it, or the problems that prevent it. */
public sealed interface Result<T> {

    List<Problem> problems();

    record Ok<T>(T value, List<Problem> problems) implements Result<T> {}

    record Failed<T>(List<Problem> problems) implements Result<T> {}

    static <T> Result<T> ok(T value) {
        return new Ok<>(value, List.of());
    }

    static <T> Result<T> failed(Problem problem) {
        return new Failed<>(List.of(problem));
    }

    static <T> Result<T> failed(Code code, Span at, String message, String hint) {
        return failed(new Problem(code, at, message, hint));
    }

    /** All values, or the problems of all results. */
    static <T> Result<List<T>> all(List<Result<T>> results) {
        Problems problems = new Problems();
        List<T> values = new ArrayList<>();
        for (Result<T> result : results) {
            problems.addAll(result.problems());
            if (result instanceof Ok<T> ok) {
                values.add(ok.value());
            }
        }
        return values.size() < results.size()
                ? new Failed<>(problems.toList())
                : problems.result(() -> List.copyOf(values));
    }

    /** Goes on with the value; warnings of both steps are kept. */
    default <U> Result<U> then(Function<T, Result<U>> next) {
        if (this instanceof Ok<T> ok) {
            Problems all = new Problems();
            all.addAll(ok.problems());
            return all.and(next.apply(ok.value()));
        }
        return new Failed<>(problems());
    }

    default <U> Result<U> map(Function<T, U> change) {
        return then(value -> ok(change.apply(value)));
    }
}
