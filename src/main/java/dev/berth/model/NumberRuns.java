package dev.berth.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** Whole numbers as people and schedulers write many of them: those in a row by the first and the last. */
public record NumberRuns(SortedSet<Integer> numbers) {

    /** {@code 0,2-4} with a comma. */
    public String joined(String separator) {
        List<String> runs = new ArrayList<>();
        for (int first : numbers) {
            if (!numbers.contains(first - 1)) {
                int last = first;
                while (numbers.contains(last + 1)) {
                    last++;
                }
                runs.add(first == last ? String.valueOf(first) : first + "-" + last);
            }
        }
        return String.join(separator, runs);
    }
}
