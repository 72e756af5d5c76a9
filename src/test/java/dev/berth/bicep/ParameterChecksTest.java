package dev.berth.bicep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.files.FileSet;
import dev.berth.files.RelPath;
import dev.berth.plan.Plans;
import dev.berth.render.Renderer;
import dev.berth.source.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each check finds one slip in parameters that are right otherwise, at its place. */
class ParameterChecksTest {

    private static final RelPath FILE = new RelPath("bicep/test/main.bicepparam");

    private static final String RIGHT = Objects.requireNonNull(Renderer.render(Plans.of(Plans.example()), "digest", "1")
            .files()
            .files()
            .get(FILE));

    private static List<Problem> check(String text) {
        return new ParameterChecks(Plans.catalog()).check(FileSet.of(Map.of(FILE, text)));
    }

    @Test
    void whatIsRenderedIsRight() {
        assertThat(check(RIGHT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "B001 | using './main.bicep' | var x = 1",
                "B002 | name: 'westeurope' | name: 'westeuropa'",
                "B003 | size: 'Standard_NC4as_T4_v3' | size: 'Standard_NC4as_T4_v4'",
                "B003 | name: 'westeurope' | name: 'uaenorth'",
                "B004 | minNodes: 1 | minNodes: 6",
                "B005 | environmentName = 'test' | environmentName = 'Test'",
                "B005 | name: 'gpu' | name: 'GPU-T4'",
                "B005 | name: 'gpu' | name: 'apps'",
                "B005 | name: 'gpu' | name: 'system'",
                "B005 | queues = [] | queues = ['Jobs']",
                "B005 | queues = [] | queues = ['my--jobs']",
                "B005 | queues = [] | queues = ['jo']",
                "B006 | gpu: 'true' | 'gpu/': 'true'",
                "B006 | gpu: 'true' | gpu: 'yes, it has'",
                "B006 | gpu: 'true' | 'kubernetes.io/gpu': 'true'",
                "B007 | sku=gpu:NoSchedule | sku=gpu",
                "B007 | sku=gpu:NoSchedule | sku=gpu:noSchedule",
                "B007 | CriticalAddonsOnly=true:NoSchedule | CriticalAddonsOnly:NoSchedule",
                "B008 | network: '10.64.0.0/16' | network: '10.64.0.1/16'",
                "B008 | podAddresses: '10.244.0.0/16' | podAddresses: '10.244.0.0'",
                "B008 | kind: 'private' | ranges: ['203.0.113.5/24']",
                "B009 | postgres: '10.64.16.0/28' | postgres: '10.64.15.0/28'",
                "B009 | postgres: '10.64.16.0/28' | postgres: '10.65.16.0/28'",
                "B009 | podAddresses: '10.244.0.0/16' | podAddresses: '10.64.0.0/15'",
                "B009 | podAddresses: '10.244.0.0/16' | podAddresses: '172.30.0.0/16'",
                "B009 | dnsAddress: '10.245.0.10' | dnsAddress: '10.246.0.10'",
                "B009 | dnsAddress: '10.245.0.10' | dnsAddress: '10.245.0.1'",
                "B010 | nodes: '10.64.0.0/20' | nodes: '10.64.0.0/28'",
                "B010 | postgres: '10.64.16.0/28' | postgres: '10.64.16.0/29'",
                "B010 | podAddresses: '10.244.0.0/16' | podAddresses: '10.244.0.0/21'",
                "B010 | serviceAddresses: '10.245.0.0/16' | serviceAddresses: '10.245.0.8/29'",
                "B011 | sizeGib: 32 | sizeGib: 20",
                "B012 | '10s' | '10 seconds'",
                "B012 | 'max-node-provision-time': '15m' | 'max-node-provision-time': '900s'",
                "B012 | 'max-graceful-termination-sec': '600' | 'max-graceful-termination-sec': '10m'",
            })
    void aSlipIsFoundWhereItIs(String code, String from, String to) {
        int at = RIGHT.indexOf(from);
        assertThat(at).as(from).isPositive();
        String wrong = RIGHT.substring(0, at) + to + RIGHT.substring(at + from.length());
        int line = 1
                + (int) RIGHT.substring(0, at)
                        .chars()
                        .filter(character -> character == '\n')
                        .count();
        List<Problem> problems = check(wrong);
        assertThat(problems)
                .as(wrong)
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.code().id()).isEqualTo(code));
        if (!to.contains("uaenorth")) { // that is said at each size
            assertThat(problems).extracting(problem -> problem.at().line()).contains(line);
        }
    }

    @Test
    void aClusterNameCanBeTooLong() {
        String region = "westeurope".repeat(5);
        assertThat(check(RIGHT.replace("name: 'westeurope'", "name: '" + region + "'")))
                .extracting(problem -> problem.code().id())
                .containsExactlyInAnyOrder("B002", "B005");
    }
}
