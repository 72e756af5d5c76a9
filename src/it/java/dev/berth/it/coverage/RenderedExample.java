package dev.berth.it.coverage;

import dev.berth.files.FileSet;
import dev.berth.files.RelPath;
import dev.berth.load.EnvironmentLoader;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.Manifests;
import dev.berth.plan.Plan;
import dev.berth.plan.Planner;
import dev.berth.plan.Plans;
import dev.berth.render.Renderer;
import dev.berth.source.Result;
import dev.berth.yaml.YamlNode.Scalar;
import dev.berth.yaml.YamlPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The example environment prod as it is rendered, to look claims up in. */
record RenderedExample(FileSet files, List<Manifest> objects) {

    private static final Set<String> WITH_PODS = Set.of("StatefulSet", "Deployment", "DaemonSet");

    static RenderedExample prod() {
        Result<Plan> plan = EnvironmentLoader.check(
                        Path.of("target/no-project"), Plans.catalog(), Plans.schema(), "prod", Plans.example())
                .then(new Planner(Plans.catalog())::plan);
        FileSet files =
                Renderer.render(((Result.Ok<Plan>) plan).value(), "digest", "1").files();
        return new RenderedExample(files, ((Result.Ok<List<Manifest>>) Manifests.of(files, "1.35")).value());
    }

    /** Why the evidence does not hold; nothing when it does. */
    Optional<String> missing(Evidence evidence, Set<String> ranTests) {
        if (evidence instanceof Evidence.Value value) {
            return valueAt(value.address()).filter(value.is()::equals).isPresent()
                    ? Optional.empty()
                    : Optional.of(value.address() + " is " + valueAt(value.address()) + ", not " + value.is());
        }
        return holds(evidence, ranTests) ? Optional.empty() : Optional.of(evidence.toString());
    }

    private boolean holds(Evidence evidence, Set<String> ranTests) {
        if (evidence instanceof Evidence.InFile file) {
            String text = files.files().get(new RelPath(file.path()));
            return text != null && text.contains(file.holds());
        }
        if (evidence instanceof Evidence.Objects wanted) {
            String[] words = wanted.where().split(" in ");
            return objects.stream()
                    .anyMatch(object -> object.id().kind().equals(words[0])
                            && object.id().namespace().equals(words[1]));
        }
        if (evidence instanceof Evidence.Pods pods) {
            String[] words = pods.where().split(" in |=");
            return objects.stream()
                    .filter(object -> WITH_PODS.contains(object.id().kind())
                            && object.id().namespace().equals(words[2]))
                    .anyMatch(object -> object.tree()
                            .at(path("spec.template.metadata.labels").key(words[0]))
                            .filter(label ->
                                    label instanceof Scalar text && text.text().equals(words[1]))
                            .isPresent());
        }
        if (evidence instanceof Evidence.Nodes nodes) {
            String[] words = nodes.label().split("=");
            return isInBicep(words[0] + ": '" + words[1] + "'");
        }
        if (evidence instanceof Evidence.InBicep bicep) {
            return isInBicep(bicep.text());
        }
        if (evidence instanceof Evidence.Tested test) {
            String name = test.name().replace("*", "");
            return ranTests.stream().anyMatch(ran -> ran.startsWith(name));
        }
        return evidence instanceof Evidence.Correction;
    }

    private boolean isInBicep(String text) {
        return files.in(new RelPath("bicep/prod")).files().values().stream().anyMatch(file -> file.contains(text));
    }

    private Optional<String> valueAt(String address) {
        int colon = address.indexOf(':');
        return objects.stream()
                .filter(object -> object.id().kindAndName().equals(address.substring(0, colon)))
                .findFirst()
                .flatMap(object -> object.tree().at(path(address.substring(colon + 1))))
                .filter(Scalar.class::isInstance)
                .map(node -> ((Scalar) node).text());
    }

    private static YamlPath path(String text) {
        return YamlPath.parse(text).orElseThrow();
    }
}
