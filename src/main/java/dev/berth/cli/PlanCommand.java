package dev.berth.cli;

import dev.berth.cli.json.PlanJson;
import dev.berth.load.ValueChange;
import dev.berth.plan.Plan;
import dev.berth.plan.growth.Growth;
import dev.berth.source.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code berth plan}. */
@Command(
        name = "plan",
        description = "Shows what an environment will be: what runs where, waits, cost, what breaks first.")
final class PlanCommand extends EnvironmentCommand {

    /** Forms of the plan. */
    enum Format {
        text,
        json,
        markdown
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
                    console().out().print(text(plan, project.growth(plan)));
                    return ExitCode.FINE;
                }));
    }

    private String text(Plan plan, Optional<Growth> growth) {
        PlanReport report = new PlanReport(plan, growth);
        return switch (format) {
            case text -> new TerminalReport(console().style()).print(report);
            case json -> PlanJson.print(plan, growth);
            case markdown -> MarkdownReport.print(report);
        };
    }

    private Result<List<ValueChange>> changes() {
        return Result.all(whatIf.stream().map(ValueChange::parse).toList());
    }
}
