package dev.berth.load;

import dev.berth.schema.JsonSchema;
import dev.berth.schema.Resource;
import dev.berth.source.Result;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlParser;
import java.util.Arrays;
import java.util.List;

/** The files of the catalogue. Rows of an overridable one can be replaced and added in {@code values/catalog/}. */
enum CatalogFile {
    MODELS("models.yaml", true),
    GPU_SIZES("gpu-sizes.yaml", true),
    PRICES("prices.yaml", true),
    SPEEDS("speeds.yaml", true),
    VM_SIZES("vm-sizes.yaml", false),
    WORKLOADS("workloads.yaml", false),
    OLLAMA("ollama.yaml", false),
    OPEN_WEBUI("open-webui.yaml", false),
    PLATFORM("platform.yaml", false),
    PROFILES("profiles.yaml", false),
    UPSTREAM("upstream/releases.yaml", false),
    AZURE("azure.yaml", false),
    AZURE_NAMES("azure-names.yaml", false);

    private final String fileName;
    private final boolean overridable;

    CatalogFile(String fileName, boolean overridable) {
        this.fileName = fileName;
        this.overridable = overridable;
    }

    String fileName() {
        return fileName;
    }

    static List<CatalogFile> overridable() {
        return Arrays.stream(values()).filter(file -> file.overridable).toList();
    }

    /** The schema of an override; the built-in file keeps it as well. */
    JsonSchema schema() {
        return JsonSchema.at("schema/catalog-" + fileName.replace(".yaml", ".schema.json"));
    }

    /** The file as it is built in. */
    YamlNode builtIn() {
        if (YamlParser.parse(Resource.at("catalog/" + fileName)) instanceof Result.Ok<YamlNode> ok) {
            return ok.value();
        }
        throw new IllegalStateException("broken catalogue file " + fileName);
    }
}
