package dev.berth.plan;

import java.util.List;

/**
 * One evaluation of a HorizontalPodAutoscaler whose pods are all ready, as its controller calculates: quantities in
 * thousandths, ratios in doubles. Windows and rates, which only delay it, play no part.
 */
record Hpa(int min, int max, List<Metric> metrics) {

    private static final double TOLERANCE = 0.1;

    /** What it reads of its pods. */
    interface Metric {

        /** How far so many replicas are from the target. */
        double ratio(int replicas);
    }

    /** A metric of pods with a target of the type AverageValue. */
    record Pods(PodValue values, long target) implements Metric {

        @Override
        public double ratio(int replicas) {
            long sum = 0;
            for (int ordinal = 0; ordinal < replicas; ordinal++) {
                sum += values.of(ordinal);
            }
            return (double) (sum / replicas) / target;
        }
    }

    /** The value of the pod with an ordinal. */
    interface PodValue {
        long of(int ordinal);
    }

    /** A resource that all pods use and request alike, with a target of the type Utilization. */
    record Resource(long used, long requested, int targetPercent) implements Metric {

        @Override
        public double ratio(int replicas) {
            return (double) (used * 100 / requested) / targetPercent;
        }
    }

    /** What the largest proposal makes of it. */
    int desired(int current) {
        int best = metrics.stream()
                .mapToInt(metric -> proposal(metric, current))
                .max()
                .orElse(current);
        return Math.max(min, Math.min(max, best));
    }

    private static int proposal(Metric metric, int current) {
        double ratio = metric.ratio(current);
        boolean within = 1 - TOLERANCE <= ratio && ratio <= 1 + TOLERANCE;
        return within ? current : (int) Math.ceil(ratio * current);
    }

    /** Where a fleet comes to rest when its metrics stay as they are. */
    int settled(int from) {
        int current = from;
        int next = desired(current);
        while (next < current) {
            current = next;
            next = desired(current);
        }
        return current;
    }
}
