package dev.berth.explain;

import dev.berth.bicep.ParameterFile;
import dev.berth.explain.Address.OfDecision;
import dev.berth.explain.Address.OfFile;
import dev.berth.explain.Address.OfObject;
import dev.berth.explain.Explanation.Decided;
import dev.berth.explain.Explanation.Fixed;
import dev.berth.explain.Explanation.Landed;
import dev.berth.files.RelPath;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.Manifests;
import dev.berth.plan.Plan;
import dev.berth.plan.decision.Decision;
import dev.berth.render.output.Rendered;
import dev.berth.source.Code;
import dev.berth.source.Nearest;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Mapping;
import dev.berth.yaml.YamlNode.Scalar;
import dev.berth.yaml.YamlNode.Sequence;
import dev.berth.yaml.YamlParser;
import dev.berth.yaml.YamlPath;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the decision behind an address. */
public final class Explainer {

    private static final SourceFile COMMAND_LINE = SourceFile.unread("command line");

    private final Plan plan;
    private final Rendered rendered;
    private final FieldTrace trace;
    private @Nullable Result<List<Manifest>> manifests;

    public Explainer(Plan plan, Rendered rendered) {
        this.plan = plan;
        this.rendered = rendered;
        this.trace = new FieldTrace(rendered, kubernetesVersion());
    }

    private String kubernetesVersion() {
        return plan.platform().kubernetesMinor();
    }

    /** Filled in by Helm at the first question about an object. */
    private Result<List<Manifest>> manifests() {
        if (manifests == null) {
            manifests = Manifests.of(rendered.files(), kubernetesVersion());
        }
        return manifests;
    }

    public Result<Explanation> explain(String text) {
        Optional<Address> address = Address.parse(text);
        if (address.isEmpty()) {
            return unknown("`" + text + "` is no address", "expected " + Address.FORMS);
        }
        if (address.get() instanceof OfDecision decision) {
            return decision(decision.id());
        }
        return address.get() instanceof OfObject object ? object(object, text) : file((OfFile) address.get(), text);
    }

    private Result<Explanation> decision(String id) {
        Decision<?> decision = plan.decisions().get(id);
        return decision == null
                ? unknown(
                        "there is no decision `" + id + "`",
                        Nearest.hint(id, plan.decisions().keySet()))
                : Result.ok(new Decided(decision));
    }

    private Result<Explanation> file(OfFile address, String text) {
        Collection<String> known =
                rendered.files().files().keySet().stream().map(RelPath::value).toList();
        if (!known.contains(address.file())) {
            return unknown("`" + address.file() + "` is not rendered", Nearest.hint(address.file(), known));
        }
        if (address.file().endsWith(".bicep")) {
            return unknown(
                    "`" + address.file() + "` is the same in every environment",
                    "ask for a parameter: <directory>/main" + ParameterFile.SUFFIX + ":<parameter>");
        }
        if (address.file().contains("/templates/")) {
            return unknown(
                    "`" + address.file() + "` is a template that Helm fills in",
                    "ask for a field of the object: <Kind>/<name>:<field>");
        }
        String content = rendered.files().files().get(new RelPath(address.file()));
        return tree(new SourceFile(address.file(), String.valueOf(content)))
                .then(tree -> scalar(tree, address.field(), text))
                .map(scalar -> decisionAt(address.file(), scalar)
                        .<Explanation>map(found -> new Landed(text, scalar.text(), address.file(), found))
                        .orElse(new Fixed(text, scalar.text(), address.file())));
    }

    private static Result<YamlNode> tree(SourceFile file) {
        return file.path().endsWith(ParameterFile.SUFFIX) ? ParameterFile.parse(file) : YamlParser.parse(file);
    }

    private Optional<Decision<?>> decisionAt(String file, Scalar scalar) {
        return rendered.provenance().marks().getOrDefault(new RelPath(file), List.of()).stream()
                .filter(mark -> mark.line() == scalar.span().line()
                        && mark.column() == scalar.span().column())
                .findFirst()
                .map(mark -> plan.decisions().get(mark.decision()));
    }

    private Result<Explanation> object(OfObject address, String text) {
        return manifests().then(all -> {
            Optional<Manifest> manifest = all.stream()
                    .filter(candidate -> candidate.id().kindAndName().equals(address.kindAndName()))
                    .findFirst();
            if (manifest.isEmpty()) {
                List<String> known = all.stream()
                        .map(candidate -> candidate.id().kindAndName())
                        .toList();
                return unknown(
                        "there is no object `" + address.kindAndName() + "`",
                        Nearest.hint(address.kindAndName(), known));
            }
            return scalar(manifest.get().tree(), address.field(), text).then(scalar -> {
                String template = manifest.get().template();
                return trace.decisionOf(manifest.get().id(), address.field())
                        .map(id -> id.map(plan.decisions()::get)
                                .<Explanation>map(found -> new Landed(text, scalar.text(), template, found))
                                .orElse(new Fixed(text, scalar.text(), template)));
            });
        });
    }

    /** The single value at a field, or which fields there are. */
    private static Result<Scalar> scalar(YamlNode tree, YamlPath field, String text) {
        YamlNode node = tree;
        YamlPath path = YamlPath.ROOT;
        for (YamlPath.Step step : field.steps()) {
            Optional<YamlNode> next = node.at(new YamlPath(List.of(step)));
            if (next.isEmpty()) {
                return noSuchField(text, node, path, step);
            }
            node = next.get();
            path = path.then(step);
        }
        return node instanceof Scalar scalar
                ? Result.ok(scalar)
                : unknown("`" + text + "` is " + node.kindName(), "name one of its values: " + fields(node));
    }

    private static <T> Result<T> noSuchField(String text, YamlNode node, YamlPath path, YamlPath.Step step) {
        String where = path.isRoot() ? "the object" : "`" + path + "`";
        String missing = step instanceof YamlPath.Key key ? key.name() : String.valueOf(step);
        return unknown(
                "`" + text + "` does not exist",
                node instanceof Mapping mapping
                        ? "fields of " + where + ": "
                                + Nearest.hint(missing, mapping.entries().keySet())
                        : where + " is " + node.kindName() + ": " + fields(node));
    }

    private static String fields(YamlNode node) {
        if (node instanceof Mapping mapping) {
            return String.join(", ", mapping.entries().keySet());
        }
        return node instanceof Sequence sequence
                ? String.join(
                        ", ",
                        IntStream.range(0, sequence.items().size())
                                .mapToObj(index -> "[" + index + "]")
                                .toList())
                : ((Scalar) node).text();
    }

    private static <T> Result<T> unknown(String message, String hint) {
        return Result.failed(Code.ADDRESS_UNKNOWN, COMMAND_LINE.start(), message, hint);
    }
}
