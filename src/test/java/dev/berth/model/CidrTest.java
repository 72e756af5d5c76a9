package dev.berth.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CidrTest {

    private static Cidr cidr(String text) {
        return Cidr.parse(text).orElseThrow();
    }

    @Test
    void isWrittenAsItWasRead() {
        for (String text : List.of("10.64.0.0/16", "0.0.0.0/0", "255.255.255.255/32", "10.64.16.32/27")) {
            assertThat(cidr(text)).hasToString(text);
        }
    }

    @Test
    void otherFormsAreNoRanges() {
        for (String text : List.of("10.64.0.0", "10.64.0.1/16", "10.64.0.0/33", "10.256.0.0/16", "a", "10.0.0.0/8 ")) {
            assertThat(Cidr.parse(text)).as(text).isEmpty();
        }
        assertThatThrownBy(() -> new Cidr(1, 31)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsWhatItSharesWithOthers() {
        Cidr network = cidr("10.64.0.0/16");
        assertThat(network.size()).isEqualTo(65_536);
        assertThat(network.contains(cidr("10.64.255.0/24"))).isTrue();
        assertThat(network.contains(cidr("10.65.0.0/24"))).isFalse();
        assertThat(cidr("10.64.255.0/24").contains(network)).isFalse();
        assertThat(network.overlaps(cidr("10.0.0.0/8"))).isTrue();
        assertThat(network.overlaps(cidr("10.65.0.0/16"))).isFalse();
        assertThat(network.overlaps(cidr("10.63.0.0/16"))).isFalse();
    }

    @Test
    void subnetsFollowOneAnother() {
        Cidr nodes = cidr("10.64.0.0/16").firstOf(20);
        assertThat(nodes).hasToString("10.64.0.0/20");
        assertThat(nodes.next(28)).hasToString("10.64.16.0/28");
        assertThat(nodes.next(28).next(27)).hasToString("10.64.16.32/27");
        assertThat(cidr("10.64.0.0/16").next(16)).hasToString("10.65.0.0/16");
        assertThat(cidr("10.245.0.0/16").address(10)).isEqualTo("10.245.0.10");
    }
}
