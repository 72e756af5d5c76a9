package dev.berth.plan.placement;

/**
 * What speaks against a partition, the most important first.
 *
 * @param crowding squares of the number of homes: least when all replicas keep equally many
 * @param guestsLeftOut pairs of a replica and a guest that finds no room there
 * @param memory squares of the residencies: least when all replicas are equally full
 */
record Cost(int crowding, int guestsLeftOut, double memory) implements Comparable<Cost> {

    static final Cost IMPOSSIBLE = new Cost(Integer.MAX_VALUE, 0, 0);

    boolean isPossible() {
        return crowding < Integer.MAX_VALUE;
    }

    Cost plus(Cost other) {
        return isPossible() && other.isPossible()
                ? new Cost(crowding + other.crowding, guestsLeftOut + other.guestsLeftOut, memory + other.memory)
                : IMPOSSIBLE;
    }

    @Override
    public int compareTo(Cost other) {
        if (crowding != other.crowding) {
            return Integer.compare(crowding, other.crowding);
        }
        return guestsLeftOut != other.guestsLeftOut
                ? Integer.compare(guestsLeftOut, other.guestsLeftOut)
                : Double.compare(memory, other.memory);
    }
}
