package dev.berth.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.charts.Scripts.Ended;
import dev.berth.testing.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The writer of the share, run for real. */
class FillScriptTest {

    private static final String SET = "0123456789ab";

    @TempDir
    Path folder;

    private Scripts scripts;

    @BeforeEach
    void twoModels() throws IOException {
        Tools.require("sh");
        scripts = Scripts.in(folder);
        scripts.state("registry", "a:1 aaaaaaaaaaaa\nhf.co/some/b:Q4 bbbbbbbbbbbb\n");
        scripts.mount("set/fill.sh", "is not a model");
        scripts.mount("set/model.a_1", "a:1 aaaaaaaaaaaa 4096 a also:1");
        scripts.mount("set/model.hf.co_some_b_Q4", "hf.co/some/b:Q4 bbbbbbbbbbbb 8192");
    }

    private Ended fill(String set) throws IOException, InterruptedException {
        return scripts.run(
                "fill.sh",
                scripts.share("").toString(),
                set,
                folder.resolve("set").toString());
    }

    private List<String> changes() throws IOException {
        return scripts.calls().stream()
                .filter(call -> !call.equals("list") && !call.equals("serve"))
                .map(call -> call.replaceAll(" -f .*", ""))
                .toList();
    }

    @Test
    void pullsEachModelGivesItItsContextAndNamesAndMarksTheSet() throws IOException, InterruptedException {
        Ended ended = fill(SET);
        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(ended.said()).contains("set " + SET + " is complete");
        assertThat(changes())
                .containsExactly(
                        "pull a:1",
                        "create a:1",
                        "cp a:1 a",
                        "cp a:1 also:1",
                        "pull hf.co/some/b:Q4",
                        "create hf.co/some/b:Q4");
        assertThat(scripts.created())
                .isEqualTo("FROM a:1 PARAMETER num_ctx 4096 FROM hf.co/some/b:Q4 PARAMETER num_ctx 8192 ");
        assertThat(scripts.share(".berth/" + SET))
                .hasContent("a:1 aaaaaaaaaaaa 4096 a also:1\nhf.co/some/b:Q4 bbbbbbbbbbbb 8192\n");
        assertThat(scripts.share(".berth")).isDirectoryNotContaining("glob:**.part");
        assertThat(folder.resolve("state/serving")).as("the server is gone").satisfies(FillScriptTest::goes);
    }

    private static void goes(Path file) throws IOException {
        for (int tries = 0; tries < 100 && Files.exists(file); tries++) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException stopped) {
                throw new IOException(stopped);
            }
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void aSetThatIsCompleteIsLeftAlone() throws IOException, InterruptedException {
        assertThat(fill(SET).code()).isZero();
        scripts.state("calls", "");
        Ended again = fill(SET);
        assertThat(again.code()).isZero();
        assertThat(scripts.calls()).as("not even a server").isEmpty();
    }

    /** Sets share the large files; what one of them says about its models is its own. */
    @Test
    void anotherSetLeavesTheFirstAsItIs() throws IOException, InterruptedException {
        assertThat(fill(SET).code()).isZero();
        scripts.state("registry", "a:1 cccccccccccc\n");
        assertThat(fill("ffffffffffff").code()).isEqualTo(65);
        assertThat(scripts.share(".berth/" + SET)).exists();
        assertThat(scripts.share(".berth/ffffffffffff")).doesNotExist();
        assertThat(scripts.share("sets/" + SET + "/manifests/list")).content().contains("aaaaaaaaaaaa");
        assertThat(scripts.share("sets/ffffffffffff/manifests/list")).content().contains("cccccccccccc");
        assertThat(scripts.share("blobs/a:1")).isRegularFile();
        assertThat(Files.readSymbolicLink(scripts.share("sets/" + SET + "/blobs")))
                .as("also where the share is mounted elsewhere")
                .isEqualTo(Path.of("../../blobs"));
    }

    @Test
    void anotherDigestFailsWithBoth() throws IOException, InterruptedException {
        scripts.state("registry", "a:1 cccccccccccc\n");
        Ended ended = fill(SET);
        assertThat(ended.code()).isEqualTo(65);
        assertThat(ended.said())
                .contains(
                        "a:1: the registry has digest cccccccccccc, the catalogue has aaaaaaaaaaaa: it is another model\n");
        assertThat(changes()).containsExactly("pull a:1");
        assertThat(scripts.share(".berth/" + SET)).doesNotExist();
    }

    @Test
    void aPullThatFailsSaysWhyAndTheNextRunGoesOn() throws IOException, InterruptedException {
        scripts.state("broken", "pull hf.co/some/b:Q4\n");
        Ended failed = fill(SET);
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.said())
                .contains("ollama pull hf.co/some/b:Q4 failed:\nError: out of luck\n")
                .as("progress bars stay out of the log")
                .doesNotContain("\u001b");
        assertThat(scripts.share(".berth/" + SET)).doesNotExist();
        scripts.state("broken", "");
        scripts.state("calls", "");
        assertThat(fill(SET).code()).isZero();
        assertThat(changes()).containsExactly("pull hf.co/some/b:Q4", "create hf.co/some/b:Q4");
        assertThat(scripts.share(".berth/" + SET)).exists();
    }

    /** A model whose context could not be written is not done, though it lies there. */
    @Test
    void aModelWithoutItsContextIsNotDone() throws IOException, InterruptedException {
        scripts.state("broken", "create a:1\n");
        assertThat(fill(SET).code()).isEqualTo(1);
        scripts.state("broken", "");
        scripts.state("calls", "");
        assertThat(fill(SET).code()).isZero();
        assertThat(changes()).startsWith("pull a:1", "create a:1", "cp a:1 a");
    }

    @Test
    void aWriterThatIsStoppedStopsAtOnceAndGoesOnLater() throws IOException, InterruptedException {
        scripts.state("slow", "pull hf.co/some/b:Q4\n");
        Process process = scripts.start(
                "fill.sh",
                scripts.share("").toString(),
                SET,
                folder.resolve("set").toString());
        scripts.until(calls -> calls.contains("pull hf.co/some/b:Q4"));
        assertThat(scripts.stop(process).code()).isEqualTo(143);
        assertThat(scripts.share(".berth/" + SET)).doesNotExist();
        goes(folder.resolve("state/serving"));
        scripts.state("slow", "");
        scripts.state("calls", "");
        assertThat(fill(SET).code()).isZero();
        assertThat(changes()).containsExactly("pull hf.co/some/b:Q4", "create hf.co/some/b:Q4");
    }

    @Test
    void aServerThatDoesNotStartIsSaid() throws IOException, InterruptedException {
        scripts.state("broken", "serve \n");
        Ended ended = fill(SET);
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains("ollama serve does not answer:\nError: could not connect");
        assertThat(changes()).isEmpty();
    }

    /** Pulled, and not there: that is nobody's digest. */
    @Test
    void aModelThatIsNotListedIsTriedAgain() throws IOException, InterruptedException {
        scripts.state("registry", "");
        Ended ended = fill(SET);
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains("a:1: pulled, but ollama does not list it");
    }

    /** A name without a tag is listed with the tag latest. */
    @Test
    void aNameWithoutATagIsFound() throws IOException, InterruptedException {
        scripts.state("registry", "a:1 aaaaaaaaaaaa\nhf.co/some/b:Q4 bbbbbbbbbbbb\n");
        scripts.mount("set/model.a_1", "plain aaaaaaaaaaaa 4096");
        Files.createDirectories(scripts.share("sets/" + SET + "/manifests"));
        Files.writeString(
                scripts.share("sets/" + SET + "/manifests/list"), "plain:latest    aaaaaaaaaaaa    1 GB    now\n");
        assertThat(fill(SET).code()).isZero();
    }
}
