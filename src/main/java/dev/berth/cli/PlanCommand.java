package dev.berth.cli;

import dev.berth.cli.json.PlanJson;
import dev.berth.cli.report.MarkdownReport;
import dev.berth.cli.report.PlanReport;
import dev.berth.cli.report.Planned;
import dev.berth.cli.report.TerminalReport;
import dev.berth.cli.report.WhatIfSection;
import dev.berth.load.ValueChange;
import dev.berth.plan.Plan;
import dev.berth.plan.growth.Growth;
import dev.berth.source.Problem;
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
                project -> with(
                        changes(),
                        changes -> with(project.planned(environment(), changes), planned -> {
                            console().out().print(text(project, planned, changes));
                            report(planned.problems());
                            return planned.problems().stream().anyMatch(Problem::isError)
                                    ? ExitCode.PROBLEMS
                                    : ExitCode.FINE;
                        })));
    }

    private String text(Project project, Planned planned, List<ValueChange> changes) {
        Plan plan = planned.plan();
        Optional<Growth> growth = project.growth(plan);
        if (format == Format.json) {
            return PlanJson.print(plan, growth, planned.problems());
        }
        PlanReport report = new PlanReport(planned, growth, whatIf(project, changes));
        return format == Format.markdown
                ? MarkdownReport.print(report)
                : new TerminalReport(console().style()).print(report);
    }

    /** An environment that cannot be planned as it is has nothing to be compared with. */
    private Optional<WhatIfSection> whatIf(Project project, List<ValueChange> changes) {
        return !changes.isEmpty() && project.planned(environment(), List.of()) instanceof Result.Ok<Planned> before
                ? Optional.of(new WhatIfSection(before.value(), changes))
                : Optional.empty();
    }

    private Result<List<ValueChange>> changes() {
        return Result.all(whatIf.stream().map(ValueChange::parse).toList());
    }
}
