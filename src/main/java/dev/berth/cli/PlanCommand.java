package dev.berth.cli;

import dev.berth.cli.json.PlanJson;
import dev.berth.load.ValueChange;
import dev.berth.source.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    @Option(
            names = "--what-if",
            paramLabel = "FIELD=VALUE",
            description = "Plans with a field of the value file changed, and leaves the file alone. Can be repeated.")
    private List<String> whatIf = new ArrayList<>();

    PlanCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        return with(
                Project.open(root()),
                project -> with(changes().then(changes -> project.plan(environment(), changes)), plan -> {
                    console()
                            .out()
                            .print(
                                    format == Format.json
                                            ? PlanJson.print(plan, Optional.empty())
                                            : new PlanText(plan, console().style()).print());
                    return ExitCode.FINE;
                }));
    }

    private Result<List<ValueChange>> changes() {
        return Result.all(whatIf.stream().map(ValueChange::parse).toList());
    }
}
