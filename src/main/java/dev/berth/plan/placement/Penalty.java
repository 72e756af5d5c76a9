package dev.berth.plan.placement;

import java.util.Comparator;

/**
 * What speaks against a partition, the most important first.
 *
 * @param lasting replicas with a home of a model kept always
 * @param crowding squares of the number of homes: least when all replicas keep equally many
 * @param guestsLeftOut pairs of a replica and a guest that finds no room there
 * @param memory squares of the residencies: least when all replicas are equally full
 */
record Penalty(int lasting, int crowding, int guestsLeftOut, double memory) implements Comparable<Penalty> {

    static final Penalty IMPOSSIBLE = new Penalty(0, Integer.MAX_VALUE, 0, 0);

    private static final Comparator<Penalty> ORDER = Comparator.comparingInt(Penalty::lasting)
            .thenComparingInt(Penalty::crowding)
            .thenComparingInt(Penalty::guestsLeftOut)
            .thenComparingDouble(Penalty::memory);

    boolean isPossible() {
        return crowding < Integer.MAX_VALUE;
    }

    Penalty plus(Penalty other) {
        return isPossible() && other.isPossible()
                ? new Penalty(
                        lasting + other.lasting,
                        crowding + other.crowding,
                        guestsLeftOut + other.guestsLeftOut,
                        memory + other.memory)
                : IMPOSSIBLE;
    }

    @Override
    public int compareTo(Penalty other) {
        return isPossible() && other.isPossible()
                ? ORDER.compare(this, other)
                : Boolean.compare(other.isPossible(), isPossible());
    }
}
