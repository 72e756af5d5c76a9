package dev.berth.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileSetTest {

    private static FileSet set(String... paths) {
        return FileSet.union(List.of(paths).stream()
                .map(path -> FileSet.of(Map.of(new RelPath(path), path)))
                .toList());
    }

    @Test
    void refusesTwoProducersOfOnePathAndNamesThem() {
        assertThatThrownBy(() -> set("a/values.yaml", "a/Values.yaml"))
                .hasMessageContaining("a/Values.yaml")
                .hasMessageContaining("a/values.yaml");
    }

    @Test
    void takesTheFilesBelowADirectoryOnly() {
        FileSet all = set(
                "charts-out/prod/a",
                "charts-out/prod/b/c",
                "charts-out/prod-eu/a",
                "charts-out/prod.yaml",
                "charts-out/prod0");
        assertThat(all.in(new RelPath("charts-out/prod")).files().keySet())
                .extracting(RelPath::value)
                .containsExactly("charts-out/prod/a", "charts-out/prod/b/c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "a/", "a//b", "../a", "a/../b", "./a"})
    void refusesPathsThatCouldLeaveTheProject(String path) {
        assertThatThrownBy(() -> new RelPath(path)).isInstanceOf(IllegalArgumentException.class);
    }
}
