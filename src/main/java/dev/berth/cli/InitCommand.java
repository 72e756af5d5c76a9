package dev.berth.cli;

import dev.berth.catalog.Catalog;
import dev.berth.cli.report.Table;
import dev.berth.files.RelPath;
import dev.berth.load.EnvironmentLoader;
import dev.berth.render.NewValueFile;
import dev.berth.source.Result;
import dev.berth.write.ValuesFolderWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code berth init}. */
@Command(
        name = "init",
        description = "Writes the value file of a new environment; on a terminal it asks for what is not given.",
        footer = {"", "Example: berth init --env test --region westeurope --model llama3.1:8b --model gemma2:2b"})
final class InitCommand extends ProjectCommand {

    private static final String REPOSITORY_SCHEMA = "src/main/resources/schema/values.schema.json";

    @Option(names = "--env", paramLabel = "NAME", description = "Name of the environment: 2 to 12 letters and digits.")
    private @Nullable String environment;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            split = ",",
            hideParamSyntax = true,
            description = "Azure region; repeat, or write commas, for more.")
    private List<String> regions = List.of();

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            split = ",",
            hideParamSyntax = true,
            description = "Model to serve; repeat, or write commas, for more.")
    private List<String> models = List.of();

    @Option(names = "--git-url", paramLabel = "URL", description = "The repository that Flux reads.")
    private @Nullable String gitUrl;

    @Option(
            names = "--remove-examples",
            description = "Remove the example environments that are unchanged, and what they render to.")
    private boolean removeExamples;

    InitCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        ValuesFolderWriter writer = new ValuesFolderWriter(root());
        List<String> examples = writer.unchanged(EnvironmentLoader.examples());
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            InitQuestions questions = new InitQuestions(console(), System.console());
            if (!questions.canAsk()) {
                throw usage("missing where nobody can be asked: " + String.join(", ", missing));
            }
            try {
                ask(questions, examples);
            } catch (InitQuestions.InputEnded ended) {
                throw usage("the questions were not answered; nothing was written");
            }
        }
        String reference =
                Files.exists(root().resolve(REPOSITORY_SCHEMA)) ? "../" + REPOSITORY_SCHEMA : "values.schema.json";
        NewValueFile file =
                new NewValueFile(String.valueOf(environment), regions, models, Optional.ofNullable(gitUrl), reference);
        return with(Project.check(root(), file.environment(), file.text()), plan -> write(writer, file, examples));
    }

    private List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (environment == null) {
            missing.add("--env");
        }
        if (regions.isEmpty()) {
            missing.add("--region");
        }
        if (models.isEmpty()) {
            missing.add("--model");
        }
        return missing;
    }

    private void ask(InitQuestions questions, List<String> examples) {
        Optional<Catalog> catalog = Project.catalog(root());
        environment = environment != null ? environment : questions.environment();
        regions = regions.isEmpty() ? questions.regions(catalog) : regions;
        models = models.isEmpty() ? questions.models(catalog) : models;
        gitUrl = gitUrl != null ? gitUrl : questions.gitUrl(hasDefaults()).orElse(null);
        removeExamples = removeExamples || (!examples.isEmpty() && questions.removeExamples(examples));
    }

    /** Looks at everything that will be done first, so that a refusal leaves all as it was. */
    private int write(ValuesFolderWriter writer, NewValueFile file, List<String> examples) {
        RelPath path = new RelPath("values/" + file.environment() + ".yaml");
        List<String> unwanted = removeExamples ? examples : List.of();
        return with(
                writer.check(path),
                free -> with(
                        writer.outputOf(unwanted),
                        output -> with(writer.create(path, file.text()).then(done -> schema(writer, file)), created -> {
                            console().out().println("wrote " + path);
                            return with(writer.remove(unwanted, output), removed -> {
                                removed.forEach(name -> console().out().println("removed example " + name));
                                console().out().print(next(file.environment()));
                                return ExitCode.FINE;
                            });
                        })));
    }

    /** Editors outside this repository find the schema beside the value files. */
    private Result<RelPath> schema(ValuesFolderWriter writer, NewValueFile file) {
        RelPath schema = new RelPath("values/" + file.schemaReference().replace("../", ""));
        boolean isThere = file.schemaReference().startsWith("../") || Files.exists(root().resolve(schema.value()));
        return isThere ? Result.ok(schema) : writer.create(schema, EnvironmentLoader.schemaText());
    }

    private String next(String environment) {
        Table table = new Table("ll");
        if (hasDefaults()) {
            table.row("  name your subscription and Git repository", "values/defaults.yaml");
        }
        table.row("  see what it will be", commandLine("plan " + environment))
                .row("  write it, then commit values/ and what it wrote", commandLine("render"));
        return "\nnext:\n" + String.join("\n", table.lines()) + "\n";
    }

    private boolean hasDefaults() {
        return Files.exists(root().resolve("values/defaults.yaml"));
    }
}
