package dev.berth.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.model.Environment;
import dev.berth.plan.Plans;
import dev.berth.source.Code;
import dev.berth.source.Problem;
import dev.berth.source.Result;
import dev.berth.testing.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValueFilesTest {

    @TempDir
    Path root;

    private Result<Environment> load(String text) throws IOException {
        Files.createDirectories(root.resolve("values"));
        Files.writeString(root.resolve("values/prod.yaml"), text);
        Result<EnvironmentLoader> loader = EnvironmentLoader.open(root, Optional.of(Plans.catalog()), Plans.schema());
        return loader.then(environments -> environments.load("prod"));
    }

    private static String digest(Result<Environment> result) {
        return ((Result.Ok<Environment>) result).value().digest();
    }

    @Test
    void refusesAFileOfMoreThanAMebibyte() throws IOException {
        assertThat(load("#".repeat((1 << 20) + 1)).problems())
                .extracting(Problem::code)
                .containsExactly(Code.FILE_TOO_LARGE);
        assertThat(load(Plans.serving("name: phi3.5") + "#".repeat((1 << 20) - 200)))
                .isInstanceOf(Result.Ok.class);
    }

    @Test
    void commentsLineEndsAndOrderDoNotChangeWhatAFileSays() throws IOException {
        String plain = Plans.serving("name: phi3.5, context: 2048");
        String digest = digest(load(plain));
        assertThat(digest(load("# a comment\n\n" + plain))).isEqualTo(digest);
        assertThat(digest(load(plain.replace("\n", "\r\n")))).isEqualTo(digest);
        assertThat(digest(load("\uFEFF" + plain))).isEqualTo(digest);
        assertThat(digest(load(plain.replace("name: phi3.5, context: 2048", "context: 2048, name: \"phi3.5\""))))
                .isEqualTo(digest);
        assertThat(digest(load(plain.replace("2048", "2049")))).isNotEqualTo(digest);
    }

    /** Any slip in a good file is answered by problems with places inside the file, or is no slip. */
    @Test
    void everyMutilationOfAGoodFileIsAnsweredByProblems() throws IOException {
        String good = Plans.example();
        Seeds.each(400, random -> {
            StringBuilder text = new StringBuilder(good);
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, "\"x: -[{&#\n\t".charAt(random.nextInt(10)));
                default -> text.delete(at, Math.min(text.length(), at + random.nextInt(80)));
            }
            Result<Environment> result =
                    EnvironmentLoader.check(root, Plans.catalog(), Plans.schema(), "prod", text.toString());
            long lines = text.toString().lines().count() + 1;
            result.problems().forEach(problem -> {
                assertThat(problem.at().line()).as("%s", problem).isBetween(1, (int) lines);
                assertThat(problem.at().file().path()).isEqualTo("values/prod.yaml");
                assertThat(problem.hint()).isNotBlank();
            });
            assertThat(result instanceof Result.Ok || !result.problems().isEmpty())
                    .isTrue();
        });
    }
}
