package dev.berth.verify;

import dev.berth.files.FileSet;
import dev.berth.files.RelPath;
import dev.berth.source.Code;
import dev.berth.source.Problem;
import dev.berth.source.Problems;
import dev.berth.source.SourceFile;
import dev.berth.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the Bicep compiler says, as problems in the rendered files. */
record BicepReport(FileSet files) {

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
                        "the text is wrong: this is a defect of Berth, please report it");
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

    /** The compiler knows the file by its place in a temporary folder. */
    private Span at(Matcher matcher) {
        String absolute = matcher.group("path").replace('\\', '/');
        String path = absolute.substring(absolute.indexOf("/bicep/") + 1);
        String text = Optional.of(path)
                .filter(known -> known.startsWith("bicep/"))
                .map(known -> files.files().get(new RelPath(known)))
                .orElse("");
        int line = Integer.parseInt(matcher.group("line"));
        int column = Integer.parseInt(matcher.group("column"));
        return new Span(new SourceFile(path, text), line, column, line, column + 1);
    }
}
