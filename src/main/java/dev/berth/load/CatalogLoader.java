package dev.berth.load;

import dev.berth.catalog.Catalog;
import dev.berth.source.Code;
import dev.berth.source.Nearest;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlParser;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Loads the built-in catalogue and lays the user's overrides over it. */
public final class CatalogLoader {

    private static final String FOLDER = "values/catalog";

    private CatalogLoader() {}

    /**
     * @param digest of the overrides, empty when there are none
     */
    public record Loaded(Catalog catalog, String digest) {}

    /** @param root the project: overrides are looked for in its {@code values/catalog} */
    public static Result<Loaded> load(Path root) {
        Problems problems = new Problems();
        Map<CatalogFile, YamlNode> overrides = overrides(root, problems);
        if (problems.hasErrors()) {
            return new Result.Failed<>(problems.toList());
        }
        Catalog catalog = bind(overrides, problems);
        return problems.result(() -> new Loaded(catalog, Digest.of(List.copyOf(overrides.values()))));
    }

    private static Catalog bind(Map<CatalogFile, YamlNode> overrides, Problems problems) {
        CatalogBinder tables = new CatalogBinder(problems);
        return new Catalog(
                tables.models(tree(CatalogFile.MODELS, overrides)),
                tables.gpuSizes(tree(CatalogFile.GPU_SIZES, overrides)),
                tables.prices(tree(CatalogFile.PRICES, overrides)),
                FactsBinder.ollama(tree(CatalogFile.OLLAMA, overrides)),
                FactsBinder.platform(tree(CatalogFile.PLATFORM, overrides)),
                FactsBinder.reservedNames(tree(CatalogFile.AZURE_NAMES, overrides)));
    }

    private static YamlNode tree(CatalogFile file, Map<CatalogFile, YamlNode> overrides) {
        YamlNode override = overrides.get(file);
        return override == null ? file.builtIn() : Overlay.CATALOG.merge(file.builtIn(), override);
    }

    private static Map<CatalogFile, YamlNode> overrides(Path root, Problems problems) {
        Map<CatalogFile, YamlNode> overrides = new EnumMap<>(CatalogFile.class);
        for (Path path : Folder.list(root.resolve(FOLDER), FOLDER, problems)) {
            String name = FOLDER + "/" + path.getFileName();
            Optional<CatalogFile> file = CatalogFile.overridable().stream()
                    .filter(known -> path.endsWith(known.fileName()))
                    .findFirst();
            if (file.isPresent()) {
                override(file.get(), path, name, problems).ifPresent(tree -> overrides.put(file.get(), tree));
            } else {
                List<String> known = CatalogFile.overridable().stream()
                        .map(CatalogFile::fileName)
                        .toList();
                problems.add(
                        Code.FILE_NAME,
                        SourceFile.unread(name).start(),
                        "no catalogue file has this name",
                        Nearest.hint(String.valueOf(path.getFileName()), known));
            }
        }
        return overrides;
    }

    private static Optional<YamlNode> override(CatalogFile file, Path path, String name, Problems problems) {
        Result<YamlNode> read = TextFile.read(path, name)
                .then(YamlParser::parse)
                .then(tree -> {
                    Problems found = new Problems();
                    found.addAll(file.schema().check(tree));
                    return found.result(() -> tree);
                });
        problems.addAll(read.problems());
        return read instanceof Result.Ok<YamlNode> ok ? Optional.of(ok.value()) : Optional.empty();
    }
}
