package dev.berth.verify;

import dev.berth.manifest.Manifest;
import dev.berth.manifest.TemporaryFolder;
import dev.berth.schema.Resource;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Mapping;
import dev.berth.yaml.YamlNode.Sequence;
import dev.berth.yaml.YamlParser;
import dev.berth.yaml.YamlPath;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A second opinion on every object, by the kubeconform on the PATH. */
public final class Kubeconform {

    /** How kubeconform finds the schema of a kind that does not belong to Kubernetes itself. */
    private static final String CUSTOM_KINDS = "/{{.Group}}/{{.ResourceKind}}_{{.ResourceAPIVersion}}.json";

    private final Path program;
    private final String kubernetesVersion;

    private Kubeconform(Path program, String kubernetesVersion) {
        this.program = program;
        this.kubernetesVersion = kubernetesVersion;
    }

    /** @param searchPath directories to look in, as in the environment variable PATH */
    public static Optional<Kubeconform> find(String searchPath, String kubernetesVersion) {
        return SearchPath.find(searchPath, "kubeconform").map(program -> new Kubeconform(program, kubernetesVersion));
    }

    /**
     * kubeconform's summary line, or what it refuses.
     *
     * @param schemas folder with schemas in kubeconform's layout; those of the jar when absent
     */
    public Result<String> check(List<Manifest> manifests, Optional<Path> schemas) throws IOException {
        if (schemas.isPresent()) {
            return run(manifests, schemas.get());
        }
        try (TemporaryFolder folder = new TemporaryFolder("berth-schemas")) {
            unpackSchemas(manifests, folder);
            return run(manifests, folder.path());
        }
    }

    private void unpackSchemas(List<Manifest> manifests, TemporaryFolder folder) {
        for (Manifest manifest : manifests) {
            for (String name : SchemaPath.candidates(kubernetesVersion, manifest.id())) {
                Resource.find("schemas/" + name).ifPresent(schema -> folder.write(name, schema.text()));
            }
        }
    }

    private Result<String> run(List<Manifest> manifests, Path schemas) throws IOException {
        Path said = Files.createTempFile("kubeconform", ".txt");
        try {
            Process process = new ProcessBuilder(List.of(
                            program.toString(),
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
                            "-"))
                    .redirectError(said.toFile())
                    .start();
            Thread feeder = new Thread(() -> feed(manifests, process));
            feeder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return read(output, Files.readString(said), manifests.size());
        } finally {
            Files.delete(said);
        }
    }

    private static void feed(List<Manifest> manifests, Process process) {
        try (Writer writer = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8)) {
            for (Manifest manifest : manifests) {
                writer.write("---\n" + manifest.text().text() + "\n");
            }
        } catch (IOException endedEarly) {
            // the program's own output says why it stopped reading
        }
    }

    /** Its report says more than its exit code, which is 1 for invalid objects and for crashes alike. */
    private static Result<String> read(String output, String said, int objects) {
        SourceFile report = new SourceFile("kubeconform", output);
        Problems problems = new Problems();
        if (!(YamlParser.parse(report) instanceof Result.Ok<YamlNode> ok)
                || ok.value().textAt("summary.valid").isEmpty()) {
            problems.add(
                    Code.KUBECONFORM_REFUSES,
                    report.start(),
                    "it failed: " + (output + said).strip(),
                    "run it by hand");
            return new Result.Failed<>(problems.toList());
        }
        for (Mapping resource : resources(ok.value())) {
            problems.add(
                    Code.KUBECONFORM_REFUSES,
                    report.start(),
                    resource.textAt("kind") + "/" + resource.textAt("name") + ": " + resource.textAt("msg"),
                    "the object is wrong: this is a defect of Berth, please report it");
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

    private static List<Mapping> resources(YamlNode tree) {
        List<Mapping> resources = new ArrayList<>();
        if (tree.at(YamlPath.ROOT.key("resources")).orElse(null) instanceof Sequence list) {
            list.items().forEach(item -> resources.add((Mapping) item));
        }
        return resources;
    }

    private static String summary(YamlNode tree) {
        return List.of("valid", "invalid", "errors", "skipped").stream()
                .map(count -> tree.textAt("summary." + count) + " " + count)
                .reduce((left, right) -> left + ", " + right)
                .orElse("");
    }
}
