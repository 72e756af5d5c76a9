package dev.berth.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** An update writes the new text and still fails: the run that changes what is expected never passes. */
@ResourceLock(value = Resources.SYSTEM_PROPERTIES)
class GoldenTest {

    @TempDir
    Path folder;

    private String before;

    @BeforeEach
    void remember() {
        before = System.getProperty("golden", "");
    }

    @AfterEach
    void restore() {
        System.setProperty("golden", before);
    }

    @Test
    void anUpdateFailsOnceAndThenPasses() throws IOException {
        Path expected = folder.resolve("output.txt");
        System.setProperty("golden", "update");
        assertThatThrownBy(() -> Golden.check(expected, "new\n")).isInstanceOf(AssertionError.class);
        assertThat(Files.readString(expected)).isEqualTo("new\n");
        assertThatCode(() -> Golden.check(expected, "new\n")).doesNotThrowAnyException();
    }

    @Test
    void anUpdateOfATreeRemovesWhatIsGone() throws IOException {
        System.setProperty("golden", "update");
        TreeMap<String, String> two = new TreeMap<>(Map.of("a/x", "1", "b", "2"));
        TreeMap<String, String> one = new TreeMap<>(Map.of("b", "3"));
        assertThatThrownBy(() -> Golden.checkTree(folder, two)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> Golden.checkTree(folder, one)).isInstanceOf(AssertionError.class);
        assertThat(Golden.tree(folder)).isEqualTo(one);
    }

    @Test
    void withoutTheUpdateADifferenceFailsAndChangesNothing() {
        System.setProperty("golden", "");
        assertThatThrownBy(() -> Golden.check(folder.resolve("output.txt"), "new\n"))
                .isInstanceOf(AssertionError.class);
        assertThat(folder.resolve("output.txt")).doesNotExist();
    }
}
