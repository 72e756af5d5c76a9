package dev.berth.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemsTest {

    private static final SourceFile FILE = new SourceFile("values/prod.yaml", "a: 1\nb: 2\n");

    private static Span line(int number) {
        return new Span(FILE, number, 1, number, 2);
    }

    @Test
    void sortsByPlaceAndReportsOnce() {
        Problems problems = new Problems();
        problems.add(Code.WRONG_TYPE, line(2), "second", "hint");
        problems.add(Code.WRONG_TYPE, line(1), "first", "hint");
        problems.add(Code.WRONG_TYPE, line(2), "second", "hint");
        assertThat(problems.toList()).extracting(Problem::message).containsExactly("first", "second");
    }

    @Test
    void warningsLetAValuePass() {
        Problems problems = new Problems();
        problems.add(Code.POOL_UNUSED, line(1), "unused", "hint");
        Result<String> result = problems.result(() -> "value");
        assertThat(result).isInstanceOf(Result.Ok.class);
        assertThat(result.problems()).hasSize(1);
    }

    @Test
    void aStepKeepsTheWarningsOfTheOneBefore() {
        Problems warned = new Problems();
        warned.add(Code.POOL_UNUSED, line(1), "unused", "hint");
        Result<Integer> result =
                warned.result(() -> 1).then(one -> Result.failed(Code.WRONG_VALUE, line(2), "wrong", "hint"));
        assertThat(result).isInstanceOf(Result.Failed.class);
        assertThat(result.problems()).extracting(Problem::code).containsExactly(Code.POOL_UNUSED, Code.WRONG_VALUE);
    }
}
