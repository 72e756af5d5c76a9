package dev.berth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.cli.report.Style;
import dev.berth.source.Code;
import dev.berth.source.Problem;
import dev.berth.source.SourceFile;
import dev.berth.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemPrinterTest {

    private static final SourceFile FILE = new SourceFile("values/prod.yaml", "azure:\n  regionz: [westeurope]\n");
    private static final List<Problem> PROBLEMS = List.of(
            new Problem(Code.UNKNOWN_FIELD, new Span(FILE, 2, 3, 2, 10), "unknown field", "did you mean `regions`?"),
            new Problem(Code.POOL_UNUSED, FILE.start(), "bell \u0007 and escape \u001b[2J", "remove it"));

    @Test
    void coloursAddEscapesAndChangeNoWord() {
        String plain = new ProblemPrinter(Style.PLAIN).print(PROBLEMS);
        String coloured = new ProblemPrinter(Style.COLOURED).print(PROBLEMS);
        assertThat(coloured).contains("\u001b[1;31merror V040\u001b[0m").contains("\u001b[1;33mwarning P030\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
    }

    @Test
    void controlCharactersOfFilesDoNotReachTheTerminal() {
        assertThat(new ProblemPrinter(Style.PLAIN).print(PROBLEMS)).contains("bell ? and escape ?[2J");
    }

    @Test
    void theMarkStandsUnderWhatIsWrong() {
        List<String> lines =
                new ProblemPrinter(Style.PLAIN).print(PROBLEMS).lines().toList();
        int mark = lines.stream()
                .filter(line -> line.contains("^"))
                .findFirst()
                .map(lines::indexOf)
                .orElseThrow();
        assertThat(lines.get(mark).indexOf("^^^^^^^"))
                .isEqualTo(lines.get(mark - 1).indexOf("regionz"));
    }
}
