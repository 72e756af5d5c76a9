package dev.berth.files;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The result of rendering: text files by path, sorted, UTF-8 when written. Two producers of one path are refused, also
 * when the paths differ by case only, because some file systems cannot hold both.
 */
public record FileSet(SortedMap<RelPath, String> files) {

    public static final FileSet EMPTY = new FileSet(Collections.emptySortedMap());

    public static FileSet of(Map<RelPath, String> files) {
        return union(List.of(new FileSet(new TreeMap<>(files))));
    }

    /** All files of the sets. */
    public static FileSet union(Collection<FileSet> sets) {
        TreeMap<RelPath, String> all = new TreeMap<>();
        TreeMap<String, RelPath> folded = new TreeMap<>();
        for (FileSet set : sets) {
            set.files.forEach((path, text) -> {
                RelPath other = folded.putIfAbsent(path.value().toLowerCase(Locale.ROOT), path);
                if (other != null) {
                    throw new IllegalStateException("two producers of one path: " + other + " and " + path);
                }
                all.put(path, text);
            });
        }
        return new FileSet(Collections.unmodifiableSortedMap(all));
    }

    /** The files below a directory. */
    public FileSet in(RelPath directory) {
        // All of them lie in this range, some neighbours such as "directory-2/" do too.
        RelPath after = new RelPath(directory.value() + (char) ('/' + 1));
        TreeMap<RelPath, String> inside = new TreeMap<>(files.tailMap(directory).headMap(after));
        inside.keySet().removeIf(path -> !path.isIn(directory));
        return new FileSet(Collections.unmodifiableSortedMap(inside));
    }
}
