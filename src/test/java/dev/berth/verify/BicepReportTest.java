package dev.berth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.files.FileSet;
import dev.berth.files.RelPath;
import dev.berth.source.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BicepReportTest {

    private static final FileSet FILES = FileSet.of(Map.of(new RelPath("bicep/test/main.bicep"), "param x string\n"));

    private static List<Problem> problems(String folder, String said) {
        return new BicepReport(Path.of(folder), FILES).problems(said, 0);
    }

    @Test
    void placesAreThoseOfTheProjectWhateverTheFolderIsCalled() {
        String said = "/bicep/test (1)/bicep/berth-compile1/bicep/test/main.bicep(1,7) : Warning no-unused-params: x";
        List<Problem> problems = problems("/bicep/test (1)/bicep/berth-compile1", said);
        assertThat(problems)
                .extracting(problem -> problem.at().toString())
                .containsExactly("bicep/test/main.bicep:1:7");
        assertThat(problems.get(0).at().file().text()).isEqualTo("param x string\n");
    }

    @Test
    void aFileOfNobodyIsNamedAsTheCompilerDoes() {
        assertThat(problems("/tmp/berth-compile1", "/tmp/berth-compile12/bicep/test/main.bicep(1,7) : Error BCP001: x"))
                .extracting(problem -> problem.at().toString())
                .containsExactly("/tmp/berth-compile12/bicep/test/main.bicep:1:7");
    }
}
