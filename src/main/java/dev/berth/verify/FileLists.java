package dev.berth.verify;

import dev.berth.files.FileSet;
import dev.berth.files.RelPath;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.Region;
import dev.berth.source.Code;
import dev.berth.source.Defect;
import dev.berth.source.Problems;
import dev.berth.source.SourceFile;
import dev.berth.source.Span;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Scalar;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Checks that every folder of a region names its files, all of them and nothing else. */
final class FileLists {

    private static final String LIST = "kustomization.yaml";

    private final Region region;
    private final Map<RelPath, Set<String>> files = new HashMap<>();

    FileLists(Region region, FileSet files) {
        this.region = region;
        files.in(region.directory())
                .files()
                .keySet()
                .forEach(path -> this.files
                        .computeIfAbsent(path.parent(), folder -> new TreeSet<>())
                        .add(path.name()));
    }

    void check(Problems problems) {
        Map<RelPath, Manifest> lists = new HashMap<>();
        region.lists().forEach(list -> lists.put(new RelPath(list.template()).parent(), list));
        files.forEach((folder, names) -> {
            Manifest list = lists.get(folder);
            if (list == null) {
                add(problems, SourceFile.unread(folder.value()).start(), "the folder has no " + LIST);
            } else {
                compare(folder, new TreeSet<>(names), list, problems);
            }
        });
    }

    private void compare(RelPath folder, Set<String> unlisted, Manifest list, Problems problems) {
        unlisted.remove(LIST);
        for (YamlNode item : list.tree().itemsAt("resources")) {
            // The schema of the list refuses what is not even a text.
            if (item instanceof Scalar name && !unlisted.remove(name.text()) && !isFolder(folder, name.text())) {
                add(problems, item.span(), "`" + name.text() + "` is listed and does not exist");
            }
        }
        unlisted.forEach(name -> add(problems, list.text().start(), "`" + name + "` is not listed"));
    }

    private boolean isFolder(RelPath folder, String name) {
        return RelPath.parse(folder + "/" + name).filter(files::containsKey).isPresent();
    }

    private static void add(Problems problems, Span at, String message) {
        problems.add(Code.FILES_NOT_LISTED, at, message, Defect.IN_TEMPLATE);
    }
}
