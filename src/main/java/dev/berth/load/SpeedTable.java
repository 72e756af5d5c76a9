package dev.berth.load;

import dev.berth.catalog.GpuSize;
import dev.berth.catalog.LlmModel;
import dev.berth.catalog.Speeds;
import dev.berth.catalog.Speeds.Formula;
import dev.berth.catalog.Speeds.Gpu;
import dev.berth.catalog.Speeds.Pair;
import dev.berth.model.Basis;
import dev.berth.model.GbPerSecond;
import dev.berth.model.Percent;
import dev.berth.model.Range;
import dev.berth.model.Setting;
import dev.berth.model.TokenRate;
import dev.berth.source.Code;
import dev.berth.source.Nearest;
import dev.berth.source.Problems;
import dev.berth.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the speeds of a catalogue file. */
final class SpeedTable {

    private final Fields file;
    private final Sources sources;
    private final Figures figures;
    private final Problems problems;
    private final Set<String> gpus;
    private final Map<String, String> models;

    private SpeedTable(YamlNode tree, Set<String> gpus, Map<String, String> models, Problems problems) {
        this.file = Fields.root(tree);
        this.sources = new Sources(file, problems);
        this.figures = new Figures(problems);
        this.problems = problems;
        this.gpus = gpus;
        this.models = models;
    }

    /** The speeds of the files; the first one has a formula, a later one replaces it and rows, or adds rows. */
    static Speeds read(
            List<YamlNode> files, Collection<GpuSize> sizes, Collection<LlmModel> models, Problems problems) {
        Set<String> gpus = new TreeSet<>();
        sizes.forEach(size -> gpus.add(size.gpu().name()));
        SortedMap<String, String> names = new TreeMap<>();
        models.forEach(model -> {
            names.put(model.name(), model.name());
            model.aliases().forEach(alias -> names.put(alias, model.name()));
        });
        Optional<Speeds> speeds = Optional.empty();
        for (YamlNode tree : files) {
            speeds = Optional.of(new SpeedTable(tree, gpus, names, problems).over(speeds));
        }
        return speeds.orElseThrow();
    }

    /** @param below absent for the first file */
    private Speeds over(Optional<Speeds> below) {
        Map<String, Gpu> rows = gpus();
        Set<String> withRow = new TreeSet<>(rows.keySet());
        below.ifPresent(speeds -> withRow.addAll(speeds.gpus().keySet()));
        Optional<Formula> own = file.optionalChild("formula").map(part -> formula(part, withRow));
        Formula formula = own.or(() -> below.map(Speeds::formula)).orElseThrow();
        return below.orElse(new Speeds(formula, new TreeMap<>(), new TreeMap<>()))
                .with(formula, rows, pairs());
    }

    private Formula formula(Fields part, Set<String> withRow) {
        check(part.text("otherGpu"), "GPU", withRow);
        return new Formula(
                part.decimal("fixedMillis"),
                figures.range(part, "formula", "slowdownPercent", Basis.DERIVED, Percent::new),
                part.decimal("prefillBillions"),
                part.decimal("bytesPerParameter"),
                part.text("otherGpu").value(),
                sources.cite("formula", part));
    }

    private Map<String, Gpu> gpus() {
        return new NamedRows(problems).byName(file.list("gpus", row -> row), this::gpu);
    }

    private Gpu gpu(Fields row) {
        String name = row.text("name").value();
        check(row.text("name"), "GPU", gpus);
        Basis basis = row.choice("basis", Basis::of).value();
        return new Gpu(
                name,
                new GbPerSecond(row.decimal("bandwidthGbps")),
                figures.range(row, name, "efficiencyPercent", basis, Percent::new),
                rate(row, name, "prefill"),
                sources.cite(name, row));
    }

    private List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        for (Fields row : file.list("pairs", row -> row)) {
            Pair pair = pair(row);
            if (!seen.add(List.of(pair.gpu(), pair.model()))) {
                problems.add(
                        Code.REPEATED_NAME,
                        row.text("model").at(),
                        "`" + pair.model() + "` on `" + pair.gpu() + "` stands twice",
                        "keep one of them");
            }
            pairs.add(pair);
        }
        return pairs;
    }

    private Pair pair(Fields row) {
        String gpu = row.text("gpu").value();
        String model = row.text("model").value();
        check(row.text("gpu"), "GPU", gpus);
        check(row.text("model"), "model", models.keySet());
        String owner = model + " on " + gpu;
        return new Pair(
                gpu,
                models.getOrDefault(model, model),
                rate(row, owner, "decode"),
                row.isList("prefill") ? Optional.of(rate(row, owner, "prefill")) : Optional.empty(),
                sources.cite(owner, row));
    }

    private Range<TokenRate> rate(Fields row, String owner, String key) {
        return figures.range(row, owner, key, row.choice("basis", Basis::of).value(), TokenRate::new);
    }

    /** A name that names nothing would be passed over. */
    private void check(Setting<String> name, String kind, Set<String> known) {
        if (!known.contains(name.value())) {
            problems.add(
                    Code.WRONG_VALUE,
                    name.at(),
                    "the " + kind + " `" + name.value() + "` is not in the catalogue",
                    Nearest.hint(name.value(), known));
        }
    }
}
