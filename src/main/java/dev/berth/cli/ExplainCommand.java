package dev.berth.cli;

import dev.berth.explain.Explainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code berth explain}. */
@Command(
        name = "explain",
        description = "Tells where a number comes from, down to the line of a value file or the source of a figure.",
        footer = {
            "",
            "Addresses:",
            "  plan:group.default.replicas.min",
            "  StatefulSet/ollama:spec.template.spec.containers[0].resources.requests.cpu",
            "  charts-out/prod/ollama/values.yaml:groups.default.autoscaler.minReplicas"
        })
final class ExplainCommand extends EnvironmentCommand {

    @Parameters(index = "1", paramLabel = "ADDRESS", description = "A decision, a field of an object, or of a file.")
    private String address = "";

    ExplainCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        return with(
                Project.open(root()),
                project -> with(
                        project.render(environment()),
                        outcome -> with(
                                new Explainer(outcome.plan(), outcome.rendered()).explain(address), explanation -> {
                                    console()
                                            .out()
                                            .print(new ExplanationText(console().style()).print(explanation));
                                    return ExitCode.FINE;
                                })));
    }
}
