package dev.berth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.cli.report.Style;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MainTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);

    /** A stream that fails as no stream of a user can. */
    private static final class Broken extends PrintStream {
        Broken() {
            super(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        }

        @Override
        public void print(String text) {
            throw new IllegalStateException("out of luck");
        }
    }

    @Test
    void aDefectIsToldFromAMistake() {
        int exit = Main.run(new Console(new Broken(), err, Style.PLAIN), "schema");
        assertThat(exit).isEqualTo(ExitCode.OUR_FAULT);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .startsWith("Berth has a defect: this is not your mistake")
                .contains("Java " + System.getProperty("java.version"))
                .contains("out of luck");
    }

    @Test
    void withoutACommandTheUsageIsShown() {
        assertThat(Main.run(new Console(err, err, Style.PLAIN))).isEqualTo(ExitCode.USAGE);
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("Usage: berth");
    }
}
