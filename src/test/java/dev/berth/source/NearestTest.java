package dev.berth.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestTest {

    @Test
    void findsSlipsOfEveryKind() {
        List<String> known = List.of("replicas", "signals", "slots", "targets");
        assertThat(Nearest.to("replica", known)).contains("replicas");
        assertThat(Nearest.to("repilcas", known)).contains("replicas");
        assertThat(Nearest.to("SLOTS", known)).contains("slots");
        assertThat(Nearest.to("tragets", known)).contains("targets");
    }

    @Test
    void offersNothingFarAway() {
        assertThat(Nearest.to("routing", List.of("slots", "targets"))).isEmpty();
        assertThat(Nearest.to("x", List.of())).isEmpty();
    }

    @Test
    void showsTheClosestOfManyNames() {
        List<String> many = IntStream.range(100, 150).mapToObj(i -> "name-" + i).toList();
        assertThat(Nearest.hint("name-149x", many))
                .startsWith("did you mean `name-149`? known: ")
                .endsWith(" and 38 more");
    }
}
