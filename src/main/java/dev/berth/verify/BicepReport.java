package dev.berth.verify;

import dev.berth.files.FileSet;
import dev.berth.source.Code;
import dev.berth.source.Defect;
import dev.berth.source.Problem;
import dev.berth.source.Problems;
import dev.berth.source.SourceFile;
import dev.berth.source.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the Bicep compiler says, as problems in the rendered files.
 *
 * @param folder where the compiler found the files
 */
record BicepReport(Path folder, FileSet files) {

    private static final Pattern DIAGNOSTIC = Pattern.compile("(?<path>.+)\\((?<line>\\d+),(?<column>\\d+)\\) : "
            + "(?:Error|Warning|Info) (?<code>[\\w-]+): (?<message>.*?)(?: \\[https:\\S+])?");

    /** Says that a module has errors, which are said themselves. */
    private static final String REPEATS_OTHERS = "BCP104";

    /** Whether the compiler refused because bicepconfig.json names another version than its own. */
    static boolean isOfAnotherVersion(String said) {
        return said.contains(" BCP456: ");
    }

    /** Its exit code says less than its words: with warnings it is 0, and after a crash there are no diagnostics. */
    List<Problem> problems(String said, int exit) {
        Problems problems = new Problems();
        List<String> other = new ArrayList<>();
        for (String line : said.lines().filter(text -> !text.isBlank()).toList()) {
            Matcher matcher = DIAGNOSTIC.matcher(line);
            if (!matcher.matches()) {
                other.add(line);
            } else if (!matcher.group("code").equals(REPEATS_OTHERS)) {
                problems.add(
                        Code.BICEP_REFUSES,
                        at(matcher),
                        matcher.group("code") + ": " + matcher.group("message"),
                        Defect.hint("the text is wrong"));
            }
        }
        if (!other.isEmpty() || exit != 0 && !problems.hasErrors()) {
            problems.add(
                    Code.BICEP_REFUSES,
                    SourceFile.unread("bicep").start(),
                    "it ended with " + exit + " and said: " + String.join(" ", other),
                    "run `bicep lint` on the rendered files by hand");
        }
        return problems.toList();
    }

    /** The compiler says where a file lies on the disk; the folder is gone when a person reads that. */
    private Span at(Matcher matcher) {
        String said = matcher.group("path").replace('\\', '/');
        String below = folder.toString().replace('\\', '/') + "/";
        String path = said.startsWith(below) ? said.substring(below.length()) : said;
        String text = files.files().entrySet().stream()
                .filter(file -> file.getKey().value().equals(path))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        int line = Integer.parseInt(matcher.group("line"));
        int column = Integer.parseInt(matcher.group("column"));
        return new Span(new SourceFile(path, text), line, column, line, column + 1);
    }
}
