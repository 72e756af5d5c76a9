package dev.berth.plan.demand;

import dev.berth.model.Seconds;

/**
 * Servers that take requests from one queue, M/M/c: requests come independently of each other, the time to serve one
 * is exponentially distributed.
 *
 * @param load in Erlang: requests a second x seconds to serve one
 */
public record ErlangC(int servers, double load) {

    /** The share of requests that may wait longer than the wait that is promised. */
    private static final double LATE = 0.05;

    /** How many mean times to serve a request are enough for 95 of 100, if all have to wait. */
    static final double MOST_SERVICE_TIMES = -Math.log(LATE);

    /** How likely a request has to wait. */
    public double waiting() {
        if (load >= servers) {
            return 1;
        }
        double blocked = blocked();
        return blocked / (1 - load / servers * (1 - blocked));
    }

    /** Erlang B, server by server: the sum of its textbook form overflows. */
    private double blocked() {
        double blocked = 1;
        for (int server = 1; server <= servers; server++) {
            blocked = load * blocked / (server + load * blocked);
        }
        return blocked;
    }

    /** @param service mean time to serve a request */
    public Wait p95(Seconds service) {
        if (load == 0) {
            return Wait.NONE;
        }
        if (load >= servers) {
            return Wait.Unbounded.UNBOUNDED;
        }
        double late = waiting() / LATE;
        return late <= 1 ? Wait.NONE : new Wait.Bounded(service.times(Math.log(late) / (servers - load)));
    }
}
