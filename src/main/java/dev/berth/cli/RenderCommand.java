package dev.berth.cli;

import dev.berth.cli.Timings.Stage;
import dev.berth.files.FileSet;
import dev.berth.files.OutputDirectories;
import dev.berth.files.RelPath;
import dev.berth.source.Result;
import dev.berth.write.DirectoryChanges;
import dev.berth.write.OutputTree;
import dev.berth.write.ProjectLock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code berth render}. */
@Command(
        name = "render",
        description = "Renders every environment of values/ into the repository; removes what is stale.",
        footer = {
            "",
            "Exit: 0 done, 1 problems (nothing is written, unless the disk fails half-way), 3 drift (with --check)."
        })
final class RenderCommand extends ProjectCommand {

    @Option(names = "--check", description = "Write nothing; list what differs from the committed files.")
    private boolean check;

    @Option(names = "--timings", description = "Say how long each stage took.")
    private boolean timings;

    RenderCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        return rendered((project, files) -> check ? compare(project, files, this::drift) : locked(project, files));
    }

    private int rendered(BiFunction<Project, FileSet, Integer> next) {
        return with(
                Project.open(root()),
                project -> with(project.renderAll(), outcomes -> {
                    int exit = next.apply(project, Project.files(outcomes));
                    if (timings) {
                        console().err().print(project.timings().print());
                    }
                    return exit;
                }));
    }

    /** Whoever had to wait starts again: the value files may be others by now. */
    private int locked(Project project, FileSet files) {
        return with(ProjectLock.take(root()), taken -> {
            try (taken) {
                return taken.hasWaited() ? rendered(this::update) : update(project, files);
            }
        });
    }

    private int update(Project project, FileSet files) {
        return compare(project, files, changes -> write(project, changes));
    }

    /** What the value files give, against what is on the disk. */
    private int compare(Project project, FileSet files, Function<List<DirectoryChanges>, Integer> next) {
        OutputTree tree = new OutputTree(root());
        Result<List<DirectoryChanges>> changes = project.timings()
                .time(
                        Stage.COMPARE,
                        () -> tree.deletedEnvironments(project.environmentNames())
                                .then(deleted -> tree.changes(files, directories(project, deleted))));
        return with(changes, next);
    }

    private static List<RelPath> directories(Project project, List<RelPath> deleted) {
        List<RelPath> directories = new ArrayList<>(deleted);
        project.environmentNames().forEach(name -> directories.addAll(OutputDirectories.of(name)));
        return directories;
    }

    private int drift(List<DirectoryChanges> changes) {
        DriftReport report = new DriftReport(console().style(), commandLine("render"));
        console().out().print(report.print(changes));
        return DriftReport.isEmpty(changes) ? ExitCode.FINE : ExitCode.DRIFT;
    }

    private int write(Project project, List<DirectoryChanges> changes) {
        OutputTree tree = new OutputTree(root());
        return with(project.timings().time(Stage.WRITE, () -> tree.apply(changes)), written -> {
            int environments = project.environmentNames().size();
            console().out().print(new WriteReport(console().style()).print(written, environments));
            return ExitCode.FINE;
        });
    }
}
