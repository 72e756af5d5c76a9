package dev.berth.plan.placement;

/**
 * What speaks against a partition, the most important first.
 *
 * @param lasting replicas with a home of a model kept always
 * @param crowding squares of the number of homes: least when all replicas keep equally many
 * @param guestsLeftOut pairs of a replica and a guest that finds no room there
 * @param memory squares of the residencies: least when all replicas are equally full
 */
record Penalty(int lasting, int crowding, int guestsLeftOut, double memory) implements Comparable<Penalty> {

    static final Penalty IMPOSSIBLE = new Penalty(Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0);

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
        if (lasting != other.lasting) {
            return Integer.compare(lasting, other.lasting);
        }
        if (crowding != other.crowding) {
            return Integer.compare(crowding, other.crowding);
        }
        return guestsLeftOut != other.guestsLeftOut
                ? Integer.compare(guestsLeftOut, other.guestsLeftOut)
                : Double.compare(memory, other.memory);
    }
}
