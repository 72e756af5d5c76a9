package dev.berth.verify;

import dev.berth.manifest.Manifest;
import dev.berth.program.Program;
import dev.berth.program.Program.Answer;
import dev.berth.program.TemporaryFolder;
import dev.berth.schema.Resource;
import dev.berth.source.Code;
import dev.berth.source.Defect;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlParser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A second opinion on every object, by the kubeconform on the PATH. */
public final class Kubeconform {

    /** How kubeconform finds the schema of a kind that does not belong to Kubernetes itself. */
    private static final String CUSTOM_KINDS = "/{{.Group}}/{{.ResourceKind}}_{{.ResourceAPIVersion}}.json";

    private final Program program;
    private final String kubernetesVersion;

    private Kubeconform(Program program, String kubernetesVersion) {
        this.program = program;
        this.kubernetesVersion = kubernetesVersion;
    }

    /** @param searchPath directories to look in, as in the environment variable PATH */
    public static Optional<Kubeconform> find(String searchPath, String kubernetesVersion) {
        return Program.find(searchPath, "kubeconform").map(program -> new Kubeconform(program, kubernetesVersion));
    }

    /**
     * kubeconform's summary line, or what it refuses.
     *
     * @param schemas folder with schemas in kubeconform's layout; those of the jar when absent
     */
    public Result<String> check(List<Manifest> manifests, Optional<Path> schemas) {
        try (TemporaryFolder folder = new TemporaryFolder("berth-schemas")) {
            if (schemas.isEmpty()) {
                unpackSchemas(manifests, folder);
            }
            return run(manifests, folder, schemas.map(Path::toAbsolutePath).orElse(folder.path()));
        }
    }

    private void unpackSchemas(List<Manifest> manifests, TemporaryFolder folder) {
        for (Manifest manifest : manifests) {
            for (String name : SchemaPath.candidates(kubernetesVersion, manifest.id())) {
                Resource.find("schemas/" + name).ifPresent(schema -> folder.write(name, schema.text()));
            }
        }
    }

    private Result<String> run(List<Manifest> manifests, TemporaryFolder folder, Path schemas) {
        List<String> arguments = List.of(
                "-strict",
                "-kubernetes-version",
                kubernetesVersion + ".0",
                "-schema-location",
                schemas.toString(),
                "-schema-location",
                schemas.resolve(SchemaPath.CUSTOM) + CUSTOM_KINDS,
                "-output",
                "json",
                "-summary",
                "-");
        String stream = manifests.stream()
                .map(manifest -> "---\n" + manifest.text().text() + "\n")
                .collect(Collectors.joining());
        Answer answer = program.run(arguments, folder.path(), Map.of(), stream);
        return read(answer, manifests.size());
    }

    /** Its report says more than its exit code, which is 1 for invalid objects and for crashes alike. */
    private static Result<String> read(Answer answer, int objects) {
        SourceFile report = new SourceFile("kubeconform", answer.output());
        Problems problems = new Problems();
        if (!(YamlParser.parse(report) instanceof Result.Ok<YamlNode> ok)
                || ok.value().textAt("summary.valid").isEmpty()) {
            problems.add(
                    Code.KUBECONFORM_REFUSES,
                    report.start(),
                    "it failed: " + (answer.output() + "\n" + answer.errors()).strip(),
                    "run it by hand");
            return new Result.Failed<>(problems.toList());
        }
        for (YamlNode resource : ok.value().itemsAt("resources")) {
            problems.add(
                    Code.KUBECONFORM_REFUSES,
                    report.start(),
                    resource.textAt("kind") + "/" + resource.textAt("name") + ": " + resource.textAt("msg"),
                    Defect.hint("the object is wrong"));
        }
        String summary = summary(ok.value());
        if (!problems.hasErrors() && !summary.equals(objects + " valid, 0 invalid, 0 errors, 0 skipped")) {
            problems.add(
                    Code.KUBECONFORM_REFUSES,
                    report.start(),
                    "it checked " + summary + ", all of " + objects + " objects were expected",
                    "see to it that the schemas folder has every kind");
        }
        return problems.result(() -> summary);
    }

    private static String summary(YamlNode tree) {
        return List.of("valid", "invalid", "errors", "skipped").stream()
                .map(count -> tree.textAt("summary." + count) + " " + count)
                .reduce((left, right) -> left + ", " + right)
                .orElse("");
    }
}
