package dev.berth.verify;

import dev.berth.files.FileSet;
import dev.berth.files.RelPath;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.Region;
import dev.berth.source.Code;
import dev.berth.source.Defect;
import dev.berth.source.Problems;
import dev.berth.yaml.YamlNode;
import java.util.HashSet;
import java.util.Set;

/** Checks that what Flux objects name exists: sources, what they depend on, paths, health checks, namespaces. */
final class FluxNames {

    /** The source that the deployment of the cluster makes. */
    static final String REPOSITORY = "GitRepository/berth";

    /** The namespace that the Flux extension makes. */
    private static final String FLUX_SYSTEM = "flux-system";

    private final Region region;
    private final FileSet files;
    private final Problems problems;
    private final Set<String> known = new HashSet<>();

    FluxNames(Region region, FileSet files, Problems problems) {
        this.region = region;
        this.files = files;
        this.problems = problems;
        known.add(REPOSITORY);
        region.objects().forEach(object -> known.add(object.id().kindAndName()));
    }

    void check() {
        for (Manifest object : region.objects()) {
            object.tree().nodeAt("spec.sourceRef").ifPresent(ref -> source(object, ref));
            object.tree().nodeAt("spec.chart.spec.sourceRef").ifPresent(ref -> source(object, ref));
            object.tree().itemsAt("spec.healthChecks").forEach(target -> healthCheck(object, target));
            namespace(object, object.id().namespace());
            namespace(object, object.tree().textAt("spec.targetNamespace"));
            if (object.id().kind().equals("Kustomization")) {
                folder(object);
            }
            object.tree().itemsAt("spec.dependsOn").forEach(target -> dependency(object, target));
        }
        region.releases().stream()
                .filter(release -> release.isOfThisRepository() && !isRendered(release.chart(), "Chart.yaml"))
                .forEach(release -> missing(
                        Code.PATH_NOT_RENDERED,
                        release.object(),
                        release.object().tree(),
                        "the chart `" + release.chart() + "`"));
    }

    private void source(Manifest object, YamlNode ref) {
        String name = ref.textAt("kind") + "/" + ref.textAt("name");
        if (!known.contains(name)) {
            missing(Code.SOURCE_UNKNOWN, object, ref, "the source `" + name + "`");
        }
    }

    private void healthCheck(Manifest object, YamlNode target) {
        String name = target.textAt("kind") + "/" + target.textAt("name");
        if (!known.contains(name)) {
            missing(Code.HEALTH_CHECK_UNKNOWN, object, target, "the object `" + name + "` that it waits for");
        }
    }

    private void namespace(Manifest object, String namespace) {
        if (!namespace.isEmpty() && !namespace.equals(FLUX_SYSTEM) && !known.contains("Namespace/" + namespace)) {
            missing(Code.NAMESPACE_UNKNOWN, object, object.tree(), "the namespace `" + namespace + "`");
        }
    }

    private void folder(Manifest kustomization) {
        String path = kustomization.tree().textAt("spec.path");
        if (!isRendered(path, "kustomization.yaml")) {
            missing(Code.PATH_NOT_RENDERED, kustomization, kustomization.tree(), "the folder `" + path + "`");
        }
    }

    /** Whether the folder at a path of the repository, such as {@code ./charts-out/prod/ollama}, holds a file. */
    private boolean isRendered(String path, String file) {
        return path.startsWith("./")
                && RelPath.parse(path.substring("./".length()))
                        .map(folder -> folder.resolve(file))
                        .filter(files.files()::containsKey)
                        .isPresent();
    }

    private void dependency(Manifest object, YamlNode target) {
        String name = object.id().kind() + "/" + target.textAt("name");
        if (!known.contains(name)) {
            missing(Code.DEPENDENCY_UNKNOWN, object, target, "`" + name + "`, on which it depends,");
        }
    }

    private void missing(Code code, Manifest object, YamlNode at, String what) {
        problems.add(code, at.span(), object.id().kindAndName() + ": " + what + " does not exist", Defect.IN_TEMPLATE);
    }
}
