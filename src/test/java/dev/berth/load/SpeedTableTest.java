package dev.berth.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.catalog.Speeds;
import dev.berth.model.Basis;
import dev.berth.source.Problem;
import dev.berth.source.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeedTableTest {

    private static final String OURS = "sources: { ours: { text: measured, date: \"2026-11-25\" } }\n";

    @TempDir
    Path root;

    private Result<Speeds> with(String rows) throws IOException {
        Path folder = Files.createDirectories(root.resolve("values/catalog"));
        Files.writeString(folder.resolve("speeds.yaml"), OURS + rows);
        return CatalogLoader.load(root)
                .then(loaded -> Result.ok(loaded.catalog().speeds()));
    }

    private static Speeds speeds(Result<Speeds> result) {
        return ((Result.Ok<Speeds>) result).value();
    }

    @Test
    void aMeasuredPairReplacesTheBuiltInOneAndLeavesTheOthers() throws IOException {
        Speeds speeds = speeds(with("pairs: [{ gpu: T4, model: phi3.5, decode: [50, 51, 52], prefill: [1, 2, 3],"
                + " basis: measured, source: ours }]\n"));
        Speeds.Pair pair = speeds.pair("T4", "phi3.5:3.8b").orElseThrow();
        assertThat(pair.decode().mid().amount()).isEqualTo(51);
        assertThat(pair.decode().basis()).isEqualTo(Basis.MEASURED);
        assertThat(pair.prefill().orElseThrow().high().amount()).isEqualTo(3);
        assertThat(pair.citation().source()).isEqualTo("measured");
        assertThat(speeds.pair("T4", "llama3.1:8b").orElseThrow().decode().mid().amount())
                .isEqualTo(37);
    }

    @Test
    void aGpuWithoutARowIsTakenForAnother() throws IOException {
        Speeds speeds = speeds(with("formula: { fixedMillis: 1, slowdownPercent: [0, 1, 2], prefillBillions: 7,"
                + " bytesPerParameter: 0.5, otherGpu: A10-24, source: ours }\n"));
        assertThat(speeds.gpu("L4").name()).isEqualTo("A10-24");
        assertThat(speeds.gpu("T4").name()).isEqualTo("T4");
        assertThat(speeds.formula().slowdown().high().amount()).isEqualTo(2);
    }

    @Test
    void namesThatNameNothingAreRefused() throws IOException {
        assertThat(messages(
                        with("pairs: [{ gpu: T44, model: phi3, decode: [1, 2, 3], basis: measured, source: ours }]")))
                .containsExactly("the GPU `T44` is not in the catalogue", "the model `phi3` is not in the catalogue");
        assertThat(messages(with("formula: { fixedMillis: 1, slowdownPercent: [0, 1, 2], prefillBillions: 7,"
                        + " bytesPerParameter: 0.5, otherGpu: L4, source: ours }\n")))
                .containsExactly("the GPU `L4` is not in the catalogue");
    }

    @Test
    void figuresRiseAndAPairStandsOnce() throws IOException {
        String row = "{ gpu: T4, model: phi3.5, decode: [3, 2, 1], basis: measured, source: ours }";
        assertThat(messages(with("pairs: [" + row + "]")))
                .singleElement()
                .asString()
                .startsWith("`decode` of `phi3.5 on T4` does not rise");
        String other = row.replace("phi3.5", "phi3.5:3.8b").replace("3, 2, 1", "1, 2, 3");
        assertThat(messages(with("pairs: [" + other + ", " + other.replace("phi3.5:3.8b", "phi3.5") + "]")))
                .containsExactly("`phi3.5:3.8b` on `T4` stands twice");
    }

    private static List<String> messages(Result<Speeds> result) {
        return result.problems().stream().map(Problem::message).toList();
    }
}
