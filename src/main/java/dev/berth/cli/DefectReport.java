package dev.berth.cli;

import java.io.PrintStream;

/** Says that Berth itself failed, which a user cannot mend. */
final class DefectReport {

    private DefectReport() {}

    static void print(Throwable defect, Console console) {
        PrintStream err = console.err();
        err.println(console.style().error("Berth has a defect")
                + ": this is not your mistake, and nothing is to be mended in your files.");
        err.println("Please report it with the lines below, the command and the value file.");
        err.println();
        err.println("berth " + Version.text() + ", Java " + System.getProperty("java.version") + ", "
                + System.getProperty("os.name"));
        defect.printStackTrace(err);
    }
}
