package dev.berth.render.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.render.output.Provenance.Mark;
import gg.jte.Content;
import org.junit.jupiter.api.Test;

class YamlOutputTest {

    private final YamlOutput output = new YamlOutput();

    @Test
    void quotesValuesThatYamlWouldTakeForSomethingElse() {
        output.writeContent("a: ");
        output.writeUserContent("no");
        output.writeContent("\nb: ");
        output.writeUserContent("x: y # z");
        output.writeContent("\nc: ");
        output.writeUserContent(3);
        output.writeContent("\n");
        assertThat(output.text()).isEqualTo("a: \"no\"\nb: \"x: y # z\"\nc: 3\n");
    }

    @Test
    void keepsValuesInCommentsOnTheirLine() {
        output.writeContent("# because ");
        output.writeUserContent("a\nkind: Secret");
        output.writeContent("\n");
        assertThat(output.text()).isEqualTo("# because a kind: Secret\n");
    }

    @Test
    void aHashInsideQuotesStartsNoComment() {
        output.writeContent("a: \"x # y\" # ");
        output.writeUserContent("no");
        output.writeContent("\nb: 'it''s # ' # ");
        output.writeUserContent("yes");
        output.writeContent("\n");
        assertThat(output.text()).isEqualTo("a: \"x # y\" # no\nb: 'it''s # ' # yes\n");
    }

    @Test
    void indentsASubTemplateToItsColumn() {
        Content part = inner -> inner.writeContent("b: 1\nc:\n\n  d: 2\n");
        output.writeContent("a:\n  - ");
        output.writeUserContent(part);
        output.writeContent("\ne: 3\n");
        assertThat(output.text()).isEqualTo("a:\n  - b: 1\n    c:\n\n      d: 2\ne: 3\n");
    }

    @Test
    void recordsWhereExplainedValuesLand() {
        output.writeContent("a:\n  b: ");
        output.writeUserContent(new Explained<>(7, "group.default.slots", "because"));
        output.writeContent("\n");
        assertThat(output.text()).isEqualTo("a:\n  b: 7\n");
        assertThat(output.marks()).containsExactly(new Mark(2, 6, "group.default.slots"));
    }

    @Test
    void refusesValuesThatAreNotAWordOfTheirOwn() {
        output.writeContent("name: \"");
        assertThatThrownBy(() -> output.writeUserContent("x")).isInstanceOf(IllegalStateException.class);
        YamlOutput second = new YamlOutput();
        second.writeContent("name: ");
        second.writeUserContent("x");
        assertThatThrownBy(() -> second.writeContent("-suffix\n")).isInstanceOf(IllegalStateException.class);
        YamlOutput third = new YamlOutput();
        third.writeContent("name: ");
        third.writeUserContent("x");
        assertThatThrownBy(() -> third.writeUserContent(3)).isInstanceOf(IllegalStateException.class);
    }
}
