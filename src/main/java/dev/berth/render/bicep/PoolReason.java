package dev.berth.render.bicep;

import dev.berth.plan.decision.Decision;
import dev.berth.render.output.Explained;

/** Why a pool has the nodes that it has, short enough for a tag in Azure. */
final class PoolReason {

    /** Of the value of a tag. */
    private static final int LONGEST = 256;

    private static final String REST = " ...";
    private static final String MIN = "; min: ";
    private static final String MAX = "; max: ";

    private PoolReason() {}

    /** Of a pool with a fixed number of nodes. */
    static Explained<String> of(Decision<Integer> nodes) {
        String head = nodes.shown() + ": ";
        return tag(nodes, head + cut(nodes.because(), LONGEST - head.length()));
    }

    /** Of a pool between two bounds: there is room for something of both reasons. */
    static Explained<String> of(Decision<Integer> min, Decision<Integer> max) {
        String nodes = min.value().equals(max.value()) ? max.shown() : min.value() + " to " + max.shown();
        int room = LONGEST - (nodes + MIN + MAX).length();
        String why = cut(min.because(), Math.max(room / 2, room - max.because().length()));
        return tag(max, nodes + MIN + why + MAX + cut(max.because(), room - why.length()));
    }

    private static Explained<String> tag(Decision<Integer> nodes, String reason) {
        return new Explained<>(reason, nodes.id(), nodes.because());
    }

    /** Ends behind a whole word. */
    static String cut(String reason, int longest) {
        if (reason.length() <= longest) {
            return reason;
        }
        int end = reason.lastIndexOf(' ', longest - REST.length());
        return reason.substring(0, end < 0 ? longest - REST.length() : end) + REST;
    }
}
