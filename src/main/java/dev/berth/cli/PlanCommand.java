package dev.berth.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code berth plan}. */
@Command(name = "plan", description = "Shows what an environment will be: memory, replicas, nodes, targets, GPU cost.")
final class PlanCommand extends EnvironmentCommand {

    /** Forms of the plan. */
    enum Format {
        text,
        json
    }

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}. Default: text.")
    private Format format = Format.text;

    PlanCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        return with(
                Project.open(root()),
                project -> with(project.plan(environment()), plan -> {
                    console()
                            .out()
                            .print(
                                    format == Format.json
                                            ? PlanJson.print(plan)
                                            : new PlanText(plan, console().style()).print());
                    return ExitCode.FINE;
                }));
    }
}
