package dev.berth.load;

import dev.berth.catalog.LlmModel;
import dev.berth.catalog.LlmModel.DocumentFigures;
import dev.berth.model.Gib;
import dev.berth.model.Setting;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import dev.berth.yaml.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the models of a catalogue file. */
final class ModelTable {

    private final Fields file;
    private final Sources sources;
    private final Problems problems;

    private ModelTable(YamlNode tree, Problems problems) {
        this.file = Fields.root(tree);
        this.sources = new Sources(file, problems);
        this.problems = problems;
    }

    /** The models of the files by name; a later file replaces rows of the same name. */
    static SortedMap<String, LlmModel> read(List<YamlNode> files, Problems problems) {
        SortedMap<String, LlmModel> models = new TreeMap<>();
        files.forEach(tree -> models.putAll(new ModelTable(tree, problems).rows()));
        refuseTakenNames(models, problems);
        return models;
    }

    private Map<String, LlmModel> rows() {
        return new NamedRows(problems).byName(file.list("models", row -> row), this::model);
    }

    private LlmModel model(Fields row) {
        return new LlmModel(
                row.text("name").value(),
                row.words("aliases", word -> word).stream().map(Setting::value).toList(),
                row.text("digest").value(),
                row.text("family").value(),
                row.optionalText("parameters").map(Setting::value),
                row.optionalText("activeParameters").map(Setting::value),
                row.text("quantization").value(),
                Gib.ofBytes(row.decimal("weights")),
                row.whole("layers").value(),
                row.whole("heads").value(),
                row.whole("kvHeads").value(),
                row.whole("headDimension").value(),
                row.whole("embeddingLength").value(),
                row.whole("contextLimit").value(),
                row.flag("embedding"),
                row.optionalChild("document")
                        .map(said -> new DocumentFigures(said.decimal("sizeGb"), said.decimal("inUseGb"))),
                sources.cite(row.text("name").value(), row));
    }

    /** A name or alias stands for one model. */
    private static void refuseTakenNames(Map<String, LlmModel> models, Problems problems) {
        Map<String, String> taken = new HashMap<>();
        for (LlmModel model : models.values()) {
            Stream.concat(Stream.of(model.name()), model.aliases().stream()).forEach(name -> {
                String other = taken.putIfAbsent(name, model.name());
                if (other != null) {
                    problems.add(
                            Code.REPEATED_NAME,
                            model.citation().at(),
                            "`" + name + "` names both `" + other + "` and `" + model.name() + "`",
                            "rename one of them, or give the row the name of the model it replaces");
                }
            });
        }
    }
}
