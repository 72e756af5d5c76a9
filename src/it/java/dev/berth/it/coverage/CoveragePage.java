package dev.berth.it.coverage;

import dev.berth.it.coverage.Coverage.Claim;
import dev.berth.it.coverage.Coverage.Section;

/** The data file as a page. */
final class CoveragePage {

    private CoveragePage() {}

    static String of(Coverage coverage) {
        long claims = coverage.sections().stream()
                .mapToLong(section -> section.claims().size())
                .sum();
        long corrections = coverage.sections().stream()
                .flatMap(section -> section.claims().stream())
                .filter(claim -> claim.evidence() instanceof Evidence.Correction)
                .count();
        StringBuilder page = new StringBuilder("# The architecture document, claim by claim\n\n");
        page.append("Made of `architecture-coverage.yaml`. Of ")
                .append(claims)
                .append(" claims, ")
                .append(claims - corrections)
                .append(
                        " hold as they are: each is checked against the rendered example environment `prod` or by a test.\n")
                .append(corrections)
                .append(" are corrected, with the reason.\n");
        coverage.sections().forEach(section -> append(section, page));
        return page.toString();
    }

    private static void append(Section section, StringBuilder page) {
        page.append("\n### ").append(section.heading().replace("*", "")).append("\n\n");
        page.append("| The document | Here |\n|---|---|\n");
        for (Claim claim : section.claims()) {
            page.append("| ")
                    .append(cell(claim.says()))
                    .append(" | ")
                    .append(where(claim.evidence()))
                    .append(" |\n");
        }
    }

    private static String where(Evidence evidence) {
        if (evidence instanceof Evidence.Value value) {
            return code(value.address()) + " = " + code(value.is());
        }
        if (evidence instanceof Evidence.InFile file) {
            return code(file.path());
        }
        if (evidence instanceof Evidence.Objects objects) {
            return code(objects.where());
        }
        if (evidence instanceof Evidence.Pods pods) {
            return "pods " + code(pods.where());
        }
        if (evidence instanceof Evidence.Nodes nodes) {
            return "nodes " + code(nodes.label());
        }
        if (evidence instanceof Evidence.InBicep bicep) {
            return code("bicep/prod") + ": " + code(bicep.text());
        }
        if (evidence instanceof Evidence.Tested test) {
            return "test " + code(test.name().replace(".*", ""));
        }
        Evidence.Correction correction = (Evidence.Correction) evidence;
        return "**Instead:** " + cell(correction.instead()) + ". " + cell(correction.because());
    }

    private static String code(String text) {
        return "`" + cell(text) + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }
}
