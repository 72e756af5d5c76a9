package dev.berth.render;

import dev.berth.plan.decision.Decision;

/** Why a pool has the nodes that it has, short enough for a tag in Azure. */
final class PoolReason {

    /** Of the value of a tag. */
    private static final int LONGEST = 256;

    private static final String REST = " ...";

    private PoolReason() {}

    /** Of a pool with a fixed number of nodes. */
    static Explained<String> of(Decision<Integer> nodes) {
        return tag(nodes, nodes.shown() + ": " + nodes.because());
    }

    /** Of a pool between two bounds. */
    static Explained<String> of(Decision<Integer> min, Decision<Integer> max) {
        return tag(
                max,
                (min.value().equals(max.value()) ? max.shown() : min.value() + " to " + max.shown()) + "; min: "
                        + min.because() + "; max: " + max.because());
    }

    private static Explained<String> tag(Decision<Integer> nodes, String reason) {
        return new Explained<>(cut(reason), nodes.id(), nodes.because());
    }

    /** Ends behind a whole word. */
    static String cut(String reason) {
        if (reason.length() <= LONGEST) {
            return reason;
        }
        int end = reason.lastIndexOf(' ', LONGEST - REST.length());
        return reason.substring(0, end < 0 ? LONGEST - REST.length() : end) + REST;
    }
}
