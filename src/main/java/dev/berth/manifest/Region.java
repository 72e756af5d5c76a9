package dev.berth.manifest;

import dev.berth.files.FileSet;
import dev.berth.files.RelPath;
import dev.berth.source.Code;
import dev.berth.source.Defect;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Mapping;
import dev.berth.yaml.YamlParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Flux finds of one region in the repository.
 *
 * @param directory such as {@code environments/prod/westeurope}
 * @param lists the {@code kustomization.yaml} of each folder: they say what is taken in and reach no cluster
 * @param objects everything else, by path
 */
public record Region(String name, RelPath directory, List<Manifest> lists, List<Manifest> objects) {

    private static final Pattern ROOT = Pattern.compile("environments/[^/]+/(?<region>[^/]+)/kustomization.yaml");

    /** Every region among the files. */
    public static Result<List<Region>> in(FileSet files) {
        Problems problems = new Problems();
        List<Region> regions = new ArrayList<>();
        for (RelPath path : files.files().keySet()) {
            Matcher root = ROOT.matcher(path.value());
            if (root.matches()) {
                RelPath directory = path.parent();
                regions.add(read(root.group("region"), directory, files.in(directory), problems));
            }
        }
        return problems.result(() -> List.copyOf(regions));
    }

    private static Region read(String name, RelPath directory, FileSet files, Problems problems) {
        List<Manifest> lists = new ArrayList<>();
        List<Manifest> objects = new ArrayList<>();
        files.files()
                .forEach((path, text) -> object(name, new SourceFile(path.value(), text), problems)
                        .ifPresent((path.value().endsWith("/kustomization.yaml") ? lists : objects)::add));
        return new Region(name, directory, List.copyOf(lists), List.copyOf(objects));
    }

    private static Optional<Manifest> object(String region, SourceFile text, Problems problems) {
        Optional<YamlNode> tree = YamlParser.read(text, problems);
        if (tree.orElse(null) instanceof Mapping object) {
            return Optional.of(Manifest.of(region, text.path(), text, object));
        }
        problems.add(Code.NO_OBJECT, text.start(), "the file holds no Kubernetes object", Defect.IN_TEMPLATE);
        return Optional.empty();
    }

    /** The releases of the region. */
    public List<Release> releases() {
        return objects.stream()
                .filter(object -> object.id().kind().equals("HelmRelease"))
                .map(Release::new)
                .toList();
    }

    /** The Kustomizations that take in folders of their own. */
    public List<Manifest> children() {
        return objects.stream()
                .filter(object -> object.id().kind().equals("Kustomization"))
                .toList();
    }

    /** Whether an object comes from the folder of a Kustomization. */
    public boolean isBelow(Manifest object, Manifest kustomization) {
        String path = kustomization.tree().textAt("spec.path") + "/";
        return ("./" + object.template()).startsWith(path);
    }
}
