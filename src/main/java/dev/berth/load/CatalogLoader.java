package dev.berth.load;

import dev.berth.catalog.Catalog;
import dev.berth.catalog.GpuSize;
import dev.berth.catalog.LlmModel;
import dev.berth.catalog.VmSize;
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
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

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
        SortedMap<String, GpuSize> gpuSizes = GpuTable.read(trees(CatalogFile.GPU_SIZES, overrides), problems);
        SortedMap<String, VmSize> vmSizes = WorkloadTables.vmSizes(CatalogFile.VM_SIZES.builtIn());
        Set<String> sizes = new TreeSet<>(gpuSizes.keySet());
        sizes.addAll(vmSizes.keySet());
        SortedMap<String, LlmModel> models = ModelTable.read(trees(CatalogFile.MODELS, overrides), problems);
        return new Catalog(
                models,
                gpuSizes,
                vmSizes,
                WorkloadTables.workloads(CatalogFile.WORKLOADS.builtIn()),
                PriceTable.read(trees(CatalogFile.PRICES, overrides), sizes, problems),
                SpeedTable.read(trees(CatalogFile.SPEEDS, overrides), gpuSizes.values(), models.values(), problems),
                new FactsBinder(CatalogFile.PROFILES.builtIn()).profiles(),
                new FactsBinder(CatalogFile.OLLAMA.builtIn()).ollama(),
                new FactsBinder(CatalogFile.OPEN_WEBUI.builtIn()).openWebUi(),
                new FactsBinder(CatalogFile.PLATFORM.builtIn()).platform(),
                new UpstreamBinder(CatalogFile.UPSTREAM.builtIn()).facts(),
                AzureFactsBinder.bind(CatalogFile.AZURE.builtIn()));
    }

    /** The built-in file, and the user's if there is one. */
    private static List<YamlNode> trees(CatalogFile file, Map<CatalogFile, YamlNode> overrides) {
        YamlNode override = overrides.get(file);
        return override == null ? List.of(file.builtIn()) : List.of(file.builtIn(), override);
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

    /** The file as far as it can be read; its rows are bound only when it has no problem. */
    private static Optional<YamlNode> override(CatalogFile file, Path path, String name, Problems problems) {
        Result<SourceFile> text = TextFile.read(path, name);
        problems.addAll(text.problems());
        if (!(text instanceof Result.Ok<SourceFile> ok)) {
            return Optional.empty();
        }
        Problems found = new Problems();
        Optional<YamlNode> tree = YamlParser.read(ok.value(), found);
        tree.ifPresent(read -> found.addElsewhere(file.schema().check(read)));
        problems.addAll(found.toList());
        return tree;
    }
}
