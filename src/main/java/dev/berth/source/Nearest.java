package dev.berth.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a mistyped one most likely meant. */
public final class Nearest {

    private static final int MOST_SHOWN = 12;

    private Nearest() {}

    /**
     * The closest of the known names, if it is close enough to be a slip: at most a third of the letters differ, or one
     * name is the other with something behind a colon.
     */
    public static Optional<String> to(String typed, Collection<String> known) {
        int allowed = typed.length() / 3;
        return known.stream()
                .filter(name -> distance(typed, name) <= allowed
                        || name.startsWith(typed + ":")
                        || typed.startsWith(name + ":"))
                .min(Comparator.comparingInt((String name) -> distance(typed, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A hint that offers the nearest name, and the known ones as far as a reader wants to see them. */
    public static String hint(String typed, Collection<String> known) {
        if (known.isEmpty()) {
            return "none is known";
        }
        List<String> closest = known.stream()
                .distinct()
                .sorted(Comparator.comparingInt((String name) -> distance(typed, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_SHOWN)
                .sorted()
                .toList();
        long more = known.stream().distinct().count() - closest.size();
        String all = "known: " + String.join(", ", closest) + (more == 0 ? "" : " and " + more + " more");
        return to(typed, known)
                .map(name -> "did you mean `" + name + "`? " + all)
                .orElse(all);
    }

    /** Edits (insert, delete, replace, swap of neighbours) from one name to the other, case ignored. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : cheapest(edits, a, b, i, j);
            }
        }
        return edits[a.length()][b.length()];
    }

    private static int cheapest(int[][] edits, String a, String b, int i, int j) {
        int replace = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replace, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
    }
}
