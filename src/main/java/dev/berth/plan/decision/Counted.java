package dev.berth.plan.decision;

/** Numbers of things as people write them: {@code 1 replica}, {@code 2 replicas}. */
public final class Counted {

    private Counted() {}

    public static String replicas(int number) {
        return of(number, "replica");
    }

    public static String nodes(int number) {
        return of(number, "node");
    }

    public static String requests(int number) {
        return of(number, "request");
    }

    public static String messages(int number) {
        return of(number, "message");
    }

    private static String of(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
