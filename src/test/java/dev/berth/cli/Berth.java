package dev.berth.cli;

import dev.berth.cli.report.Style;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs command lines in this process, as the launcher would. */
public final class Berth {

    private Berth() {}

    /**
     * What a command line said.
     *
     * @param text standard output, then standard error, the project's own path shown as {@code <root>}
     */
    public record Answer(int exit, String text) {}

    /** Runs one command line on a project. */
    public static Answer run(Path root, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Style.PLAIN);
        List<String> all = new ArrayList<>(List.of(arguments));
        if (!all.contains("schema")) {
            all.addAll(List.of("--root", root.toString()));
        }
        int exit = Main.run(console, all.toArray(String[]::new));
        String text = out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
        return new Answer(exit, withoutSurroundings(text, root));
    }

    /** The text without what differs between machines and versions: paths, tools on the PATH, our own version. */
    private static String withoutSurroundings(String text, Path root) {
        return withoutVersion(text.replace(root.toAbsolutePath().normalize().toString(), "<root>"))
                .replaceAll("(?m)^kubeconform: .*$", "kubeconform: <checked where it is on the PATH>")
                .replaceAll("(?m)^bicep: .*$", "bicep: <checked where it is on the PATH>");
    }

    static String withoutVersion(String text) {
        return text.replace("version: \"" + Version.text() + "\"", "version: <version>");
    }
}
