package dev.berth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.files.FileSet;
import dev.berth.files.RelPath;
import dev.berth.plan.Plans;
import dev.berth.render.Renderer;
import dev.berth.source.Code;
import dev.berth.source.Problem;
import dev.berth.source.Result;
import dev.berth.testing.Golden;
import dev.berth.testing.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BicepCompilerTest {

    private static final String CACHE = "bicep/test/modules/cache.bicep";

    @TempDir
    Path folder;

    private static FileSet files() {
        String text = Plans.example().replace("regions: [westeurope]", "regions: [westeurope, northeurope]")
                + "\ngitops: { url: https://git.example.com/it's.git }\n";
        text = text.replace("engine: hpa", "engine: keda\n      queue: { name: jobs }");
        return Renderer.render(
                        Plans.of(text.replace("azure:\n", "azure:\n  apiServerRanges: [203.0.113.0/24]\n")
                                .replace("    sharing: exclusive\n", "    spot: { usdPerHour: 0.2 }\n")),
                        "digest",
                        "1")
                .files();
    }

    private BicepCompiler program(String script) throws IOException {
        Path program = folder.resolve("bicep");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return BicepCompiler.find(folder.toString()).orElseThrow();
    }

    @Test
    void silenceIsFine() throws IOException {
        assertThat(program("exit 0").check(files()).problems()).isEmpty();
    }

    @Test
    void aWarningIsAProblemAlthoughTheCompilerEndsWell() throws IOException {
        String said = "$PWD/" + CACHE + "(28,3) : Warning BCP035: it lacks a property. [https://aka.ms/x#BCP035]";
        List<Problem> problems = program("echo \"" + said + "\"; echo \"" + said + "\"")
                .check(files())
                .problems();
        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly(CACHE + ":28:3 error B020 BCP035: it lacks a property.");
        assertThat(problems.get(0).at().file().text()).contains("Microsoft.Cache/redisEnterprise");
    }

    @Test
    void anotherVersionHasNoVerdict() throws IOException {
        String said = "$PWD/bicep/test/bicepconfig.json(3,4) : Error BCP456: This is another version.";
        assertThat(program("echo \"" + said + "\"; exit 1").check(files()))
                .isEqualTo(Result.ok(BicepCompiler.Verdict.OTHER_VERSION));
    }

    @Test
    void aCrashIsAProblem() throws IOException {
        List<Problem> problems = program("echo 'Unhandled exception: out of luck'; exit 1")
                .check(files())
                .problems();
        assertThat(problems).extracting(Problem::code).containsExactly(Code.BICEP_REFUSES);
        assertThat(problems.get(0).message()).contains("ended with 1").contains("out of luck");
        assertThat(program("exit 159").check(files()).problems())
                .extracting(Problem::code)
                .containsExactly(Code.BICEP_REFUSES);
    }

    @Test
    void theCompilerIsSilentAboutWhatWeRenderAndSeesSlips() {
        Tools.require("bicep");
        BicepCompiler compiler =
                BicepCompiler.find(String.valueOf(System.getenv("PATH"))).orElseThrow();
        assertThat(compiler.check(files()).problems()).isEmpty();

        Map<RelPath, String> wrong = new TreeMap<>(files().files());
        wrong.computeIfPresent(
                new RelPath("bicep/test/main.bicepparam"),
                (path, text) -> text.replace("'least-waste'", "'least-wast'"));
        wrong.computeIfPresent(
                new RelPath(CACHE), (path, text) -> text.replace("highAvailability: cache", "highAvailabilty: cache"));
        assertThat(compiler.check(FileSet.of(wrong)).problems())
                .extracting(problem -> problem.at().file().path())
                .contains(CACHE, "bicep/test/main.bicepparam");
    }

    /** What we render is what the compiler's own formatter would write. */
    @Test
    void textIsFormatted() throws IOException, InterruptedException {
        Path program = Tools.require("bicep");
        SortedMap<String, String> expected = new TreeMap<>();
        files().in(new RelPath("bicep/test")).files().forEach((path, text) -> expected.put(path.value(), text));
        expected.put("bicep/test/other.bicep", "output x  int=1\n");
        for (var file : expected.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.writeString(path, file.getValue());
        }
        for (String pattern : List.of("bicep/**/*.bicep", "bicep/**/*.bicepparam")) {
            Process process = new ProcessBuilder(program.toString(), "format", "--pattern", pattern)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
        }
        expected.put("bicep/test/other.bicep", "output x int = 1\n");
        SortedMap<String, String> formatted = new TreeMap<>();
        Golden.tree(folder.resolve("bicep")).forEach((path, text) -> formatted.put("bicep/" + path, text));
        assertThat(formatted).isEqualTo(expected);
    }
}
