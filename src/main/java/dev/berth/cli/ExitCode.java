package dev.berth.cli;

/** What the process tells its caller. */
final class ExitCode {

    static final int FINE = 0;
    static final int PROBLEMS = 1;
    static final int USAGE = 2;

    /** The rendered files on the disk are not what the value files give. */
    static final int DRIFT = 3;

    /** A defect of Berth. */
    static final int OUR_FAULT = 70;

    private ExitCode() {}
}
