package dev.berth.cli;

import dev.berth.manifest.Manifest;
import dev.berth.manifest.Manifests;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code berth template}. */
@Command(
        name = "template",
        description = "Prints every Kubernetes object of an environment, Helm applied, as one YAML stream.")
final class TemplateCommand extends EnvironmentCommand {

    TemplateCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        return with(
                Project.open(root()),
                project -> with(
                        project.render(environment()),
                        outcome -> with(
                                Manifests.of(
                                        outcome.rendered().files(),
                                        outcome.plan().platform().kubernetesMinor()),
                                this::print)));
    }

    private int print(List<Manifest> manifests) {
        for (Manifest manifest : manifests) {
            console()
                    .out()
                    .print("---\n# Source: " + manifest.template() + "\n# Region: " + manifest.region() + "\n"
                            + manifest.text().text());
        }
        return ExitCode.FINE;
    }
}
