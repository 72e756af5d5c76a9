package dev.berth.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.files.FileSet;
import dev.berth.files.OutputDirectories;
import dev.berth.files.RelPath;
import dev.berth.source.Code;
import dev.berth.source.Problem;
import dev.berth.source.Result;
import dev.berth.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTreeTest {

    private static final RelPath PROD = OutputDirectories.charts("prod");
    private static final RelPath MARKER = PROD.resolve(OutputDirectories.MARKER);
    private static final RelPath VALUES = PROD.resolve("ollama/values.yaml");

    @TempDir
    Path root;

    private OutputTree tree;

    @BeforeEach
    void open() {
        tree = new OutputTree(root);
    }

    private static FileSet files(String values) {
        return FileSet.of(Map.of(MARKER, "tool: berth\n", VALUES, values));
    }

    private List<DirectoryChanges> changes(FileSet desired, RelPath... directories) {
        Result<List<DirectoryChanges>> changes = tree.changes(desired, List.of(directories));
        assertThat(changes.problems()).isEmpty();
        return ((Result.Ok<List<DirectoryChanges>>) changes).value();
    }

    private void write(FileSet desired) {
        assertThat(tree.apply(changes(desired, PROD)).problems()).isEmpty();
    }

    private List<Code> refusals() {
        return tree.changes(files("a: 1\n"), List.of(PROD)).problems().stream()
                .map(Problem::code)
                .toList();
    }

    private Path path(String relative) {
        return root.resolve(relative);
    }

    private void put(String relative, String text) throws IOException {
        Files.createDirectories(path(relative).getParent());
        Files.writeString(path(relative), text);
    }

    @Test
    void writesWhatIsMissingAndLeavesEqualFilesUntouched() throws IOException {
        write(files("a: 1\n"));
        Path values = path("charts-out/prod/ollama/values.yaml");
        FileTime old = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(values, old);
        write(files("a: 1\n"));
        assertThat(Files.getLastModifiedTime(values)).isEqualTo(old);
        write(files("a: 2\n"));
        assertThat(Files.readString(values)).isEqualTo("a: 2\n");
        assertThat(changes(files("a: 2\n"), PROD))
                .allMatch(directory -> directory.changes().isEmpty());
    }

    @Test
    void removesWhatItDidNotRenderInItsOwnDirectoriesOnly() throws IOException {
        write(files("a: 1\n"));
        put("charts-out/prod/ollama/templates/old.yaml", "x");
        put("charts-out/prod/.berth-123-values.yaml.tmp", "half");
        put("charts-out/other/notes.txt", "mine");
        put("charts-out/notes.txt", "mine");
        write(files("a: 1\n"));
        assertThat(Golden.tree(root).keySet())
                .containsExactlyInAnyOrder(
                        MARKER.value(), VALUES.value(), "charts-out/other/notes.txt", "charts-out/notes.txt");
        assertThat(path("charts-out/prod/ollama/templates")).doesNotExist();
    }

    @Test
    void removesDeletedEnvironmentsButNoUnmarkedDirectory() throws IOException {
        put("charts-out/gone/.berth.yaml", "tool: berth\n");
        put("charts-out/gone/ollama/Chart.yaml", "x");
        put("charts-out/mine/Chart.yaml", "x");
        var deleted = ((Result.Ok<List<RelPath>>) tree.deletedEnvironments(List.of("prod"))).value();
        assertThat(deleted).containsExactly(OutputDirectories.charts("gone"));
        assertThat(tree.apply(changes(FileSet.EMPTY, OutputDirectories.charts("gone")))
                        .problems())
                .isEmpty();
        assertThat(path("charts-out/gone")).doesNotExist();
        assertThat(path("charts-out/mine/Chart.yaml")).exists();
    }

    @Test
    void refusesDirectoriesThatHoldOthersFiles() throws IOException {
        put("charts-out/prod/notes.txt", "mine");
        assertThat(refusals()).containsExactly(Code.DIRECTORY_NOT_OURS);
    }

    @Test
    void takesADirectoryThatAnInterruptedRunBegan() throws IOException {
        put("charts-out/prod/.berth-99-.berth.yaml.tmp", "half");
        write(files("a: 1\n"));
        assertThat(Golden.tree(root).keySet()).containsExactlyInAnyOrder(MARKER.value(), VALUES.value());
    }

    @Test
    void refusesToWriteThroughLinks() throws IOException {
        Path elsewhere = Files.createDirectories(path("elsewhere"));
        Files.createDirectories(path("charts-out"));
        Files.createSymbolicLink(path("charts-out/prod"), elsewhere);
        assertThat(refusals()).containsExactly(Code.LINK_IN_THE_WAY);
        Files.delete(path("charts-out/prod"));
        Files.delete(path("charts-out"));
        Files.createSymbolicLink(path("charts-out"), elsewhere);
        assertThat(refusals()).containsExactly(Code.LINK_IN_THE_WAY);
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void replacesLinksInsideItsDirectoryWithoutFollowingThem() throws IOException {
        write(files("a: 1\n"));
        put("elsewhere/values.yaml", "mine");
        Files.delete(path("charts-out/prod/ollama/values.yaml"));
        Files.createSymbolicLink(path("charts-out/prod/ollama/values.yaml"), path("elsewhere/values.yaml"));
        Files.createSymbolicLink(path("charts-out/prod/more"), path("elsewhere"));
        write(files("a: 1\n"));
        assertThat(Files.isSymbolicLink(path("charts-out/prod/ollama/values.yaml")))
                .isFalse();
        assertThat(path("charts-out/prod/more")).doesNotExist();
        assertThat(Files.readString(path("elsewhere/values.yaml"))).isEqualTo("mine");
    }

    @Test
    void replacesALinkInThePlaceOfADirectory() throws IOException {
        write(files("a: 1\n"));
        put("elsewhere/values.yaml", "mine");
        Files.delete(path("charts-out/prod/ollama/values.yaml"));
        Files.delete(path("charts-out/prod/ollama"));
        Files.createSymbolicLink(path("charts-out/prod/ollama"), path("elsewhere"));
        write(files("a: 1\n"));
        assertThat(Files.isSymbolicLink(path("charts-out/prod/ollama"))).isFalse();
        assertThat(Files.readString(path("charts-out/prod/ollama/values.yaml"))).isEqualTo("a: 1\n");
        assertThat(Files.readString(path("elsewhere/values.yaml"))).isEqualTo("mine");
    }

    @Test
    void replacesDirectoriesByFilesAndFilesByDirectories() throws IOException {
        put("charts-out/prod/.berth.yaml", "tool: berth\n");
        put("charts-out/prod/ollama", "a file where a directory belongs");
        write(files("a: 1\n"));
        write(FileSet.of(Map.of(MARKER, "tool: berth\n", PROD.resolve("ollama"), "a file again\n")));
        assertThat(Files.readString(path("charts-out/prod/ollama"))).isEqualTo("a file again\n");
        write(files("a: 1\n"));
        assertThat(Golden.tree(root).keySet()).containsExactlyInAnyOrder(MARKER.value(), VALUES.value());
    }

    @Test
    void aDiskThatRefusesIsAProblem() throws IOException {
        write(files("a: 1\n"));
        List<DirectoryChanges> changes = changes(files("a: 2\n"), PROD);
        Files.move(path("charts-out"), path("away"));
        put("charts-out", "a file");
        assertThat(tree.apply(changes).problems()).extracting(Problem::code).containsExactly(Code.CANNOT_WRITE);
    }
}
