package dev.berth.it.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.it.coverage.Coverage.Section;
import dev.berth.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every claim of the architecture document holds in the rendered example, is tested, or is corrected. */
class CoverageIT {

    private static final Path DATA = Path.of("src/docs/architecture-coverage.yaml");
    private static final Path PAGE = Path.of("src/docs/architecture-coverage.md");

    /** The document itself, where it is at hand; what it says is in the data file. */
    private static final Path DOCUMENT = Path.of("../shared/brief/autoscaling-architecture.md");

    private static final Pattern TEST_CASE =
            Pattern.compile("<testcase name=\"([A-Za-z0-9_]+)[^\"]*\" classname=\"[a-z.]*\\.([A-Za-z]+)\"");

    @Test
    void everyClaimHasItsEvidence() throws IOException {
        RenderedExample example = RenderedExample.prod();
        Set<String> ranTests = ranTests();
        List<String> missing = new ArrayList<>();
        for (Section section : Coverage.read(DATA).sections()) {
            section.claims()
                    .forEach(claim -> example.missing(claim.evidence(), ranTests)
                            .ifPresent(why -> missing.add(section.heading() + ": " + claim.says() + ": " + why)));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void thePageIsMadeOfTheData() throws IOException {
        Golden.check(PAGE, CoveragePage.of(Coverage.read(DATA)));
    }

    @Test
    void nothingOfTheDocumentIsLeftOut() throws IOException {
        Coverage coverage = Coverage.read(DATA);
        assertThat(coverage.sections()).hasSize(43);
        if (Files.exists(DOCUMENT)) {
            ArchitectureDocument document = ArchitectureDocument.read(DOCUMENT);
            assertThat(coverage.sections().stream().map(Section::heading))
                    .containsExactlyElementsOf(document.headings());
            for (Section section : coverage.sections()) {
                assertThat(document.saysBelow(section.heading()))
                        .as(section.heading())
                        .allSatisfy(said -> assertThat(section.text()).contains(said));
            }
        }
    }

    /** {@code Class.method} of every unit test that ran in this build. */
    private static Set<String> ranTests() throws IOException {
        Set<String> ran = new HashSet<>();
        try (Stream<Path> reports = Files.list(Path.of("target/surefire-reports"))) {
            for (Path report :
                    reports.filter(path -> path.toString().endsWith(".xml")).toList()) {
                TEST_CASE
                        .matcher(Files.readString(report))
                        .results()
                        .forEach(found -> ran.add(found.group(2) + "." + found.group(1)));
            }
        }
        return ran;
    }
}
