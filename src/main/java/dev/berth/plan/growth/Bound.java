package dev.berth.plan.growth;

import dev.berth.source.Code;
import java.util.Arrays;
import java.util.Optional;

/** What can stop an environment from serving more. */
public enum Bound {
    QUOTA(Code.QUOTA_EXCEEDED, "quota"),
    BUDGET(Code.BUDGET_EXCEEDED, "budget"),
    NODES(Code.TOO_FEW_NODES, "nodes"),
    SLOTS(Code.WAIT_ABOVE_OBJECTIVE, "slots");

    private final Code code;
    private final String word;

    Bound(Code code, String word) {
        this.code = code;
        this.word = word;
    }

    /** What stands behind a problem, if it is one of too much demand. */
    static Optional<Bound> of(Code code) {
        return Arrays.stream(values()).filter(bound -> bound.code == code).findFirst();
    }

    /** As people call it. */
    public String word() {
        return word;
    }
}
