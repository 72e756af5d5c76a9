package dev.berth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.source.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Codes are public names: each is described, and each is raised by a test. */
class CodesTest {

    /** Codes that no value file raises, and the test that does. */
    private static final List<Code> RAISED_ELSEWHERE = List.of(
            Code.FILE_TOO_LARGE, // ValueFilesTest
            Code.LINK_IN_THE_WAY, // OutputTreeTest
            Code.CANNOT_WRITE, // OutputTreeTest
            Code.HELM_REFUSES, // ManifestsTest
            Code.KIND_WITHOUT_SCHEMA, // ObjectSchemasTest
            Code.OBJECT_INVALID, // ObjectSchemasTest
            Code.OBJECT_REPEATED, // ObjectSchemasTest
            Code.KUBECONFORM_REFUSES, // KubeconformTest
            Code.NO_OBJECT, // FluxChecksTest
            Code.SCALERS_COMPETE, // ScalersTest
            Code.SOURCE_UNKNOWN, // FluxChecksTest
            Code.DEPENDENCY_UNKNOWN, // FluxChecksTest
            Code.PATH_NOT_RENDERED, // FluxChecksTest
            Code.HEALTH_CHECK_UNKNOWN, // FluxChecksTest
            Code.NAMESPACE_UNKNOWN, // FluxChecksTest
            Code.FILES_NOT_LISTED, // FluxChecksTest
            Code.FACT_UNKNOWN, // FluxChecksTest
            Code.FACT_UNUSED, // FluxChecksTest
            Code.FACT_OVERWRITTEN, // FluxChecksTest
            Code.SUBSTITUTED_WRONGLY, // FluxChecksTest
            Code.DEPENDENCY_CIRCLE, // FluxChecksTest
            Code.NOT_WAITED_FOR, // FluxChecksTest
            Code.UNKNOWN_VALUE, // UpstreamValuesTest
            Code.VALUE_TYPE, // UpstreamValuesTest
            Code.CHART_WITHOUT_KEYS, // FluxChecksTest
            Code.PARAMETERS_UNREADABLE, // ParameterFileTest
            Code.PARAMETER_REGION, // ParameterChecksTest, as all up to the compiler's
            Code.PARAMETER_SIZE,
            Code.PARAMETER_BOUNDS,
            Code.PARAMETER_NAME,
            Code.PARAMETER_LABEL,
            Code.PARAMETER_TAINT,
            Code.ADDRESSES_UNREADABLE,
            Code.ADDRESSES_OVERLAP,
            Code.ADDRESSES_TOO_FEW,
            Code.PARAMETER_SHARE,
            Code.PARAMETER_DURATION,
            Code.BICEP_REFUSES); // BicepCompilerTest

    @Test
    void idsAreUnique() {
        assertThat(Arrays.stream(Code.values()).map(Code::id)).doesNotHaveDuplicates();
    }

    @Test
    void everyCodeIsDescribedAndEveryDescriptionHasACode() throws IOException {
        List<String> headings = Files.readAllLines(Path.of("src/docs/problems.md")).stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring("### ".length()))
                .toList();
        assertThat(headings)
                .containsExactlyElementsOf(
                        Arrays.stream(Code.values()).map(Code::id).toList());
    }

    @Test
    void everyCodeIsRaisedByACaseOrNamedHere() throws IOException {
        Set<String> raised = new HashSet<>();
        for (Path folder : CasesTest.all()) {
            String output = Files.readString(folder.resolve("output.txt"));
            output.lines()
                    .filter(line -> line.startsWith("error ") || line.startsWith("warning "))
                    .forEach(line -> raised.add(line.split(" ")[1].replace(":", "")));
        }
        Set<String> silent = Arrays.stream(Code.values())
                .map(Code::id)
                .filter(id -> !raised.contains(id))
                .collect(Collectors.toSet());
        assertThat(silent)
                .containsExactlyInAnyOrderElementsOf(
                        RAISED_ELSEWHERE.stream().map(Code::id).toList());
    }
}
