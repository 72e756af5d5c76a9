package dev.berth.source;

/** What to do when something is wrong that Berth itself wrote: no value file can be the reason. */
public final class Defect {

    public static final String IN_TEMPLATE = hint("the template is wrong");

    public static final String IN_PARAMETERS = hint("the parameters are wrong");

    private Defect() {}

    /** @param what is wrong, as the beginning of a sentence */
    public static String hint(String what) {
        return what + ": this is a defect of Berth, please report it";
    }
}
