package dev.berth.write;

import dev.berth.files.FileSet;
import dev.berth.files.OutputDirectories;
import dev.berth.files.RelPath;
import dev.berth.source.Code;
import dev.berth.source.Problem;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The output directories of a project on the disk. */
public final class OutputTree {

    private final Path root;

    /** @param root the project */
    public OutputTree(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** Directories with a marker whose environment is none of the given ones. */
    public Result<List<RelPath>> deletedEnvironments(Collection<String> environments) {
        return guarded(OutputDirectories.PARENTS.get(0), () -> {
            List<RelPath> deleted = OutputDirectories.PARENTS.stream()
                    .flatMap(parent -> children(parent).stream()
                            .filter(name -> !environments.contains(name))
                            .map(parent::resolve))
                    .filter(directory -> new OwnedDirectory(root, directory).isMarked())
                    .toList();
            return Result.ok(deleted);
        });
    }

    private List<String> children(RelPath parent) {
        Path path = root.resolve(parent.value());
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /**
     * What has to change so that the directories hold exactly the desired files, or why they must not be touched.
     *
     * @param directories owned ones; those without desired files are emptied
     */
    public Result<List<DirectoryChanges>> changes(FileSet desired, Collection<RelPath> directories) {
        List<Result<DirectoryChanges>> results = directories.parallelStream()
                .map(directory -> changes(desired.in(directory), directory))
                .toList();
        return all(results);
    }

    private Result<DirectoryChanges> changes(FileSet desired, RelPath directory) {
        return guarded(directory, () -> {
            OwnedDirectory owned = new OwnedDirectory(root, directory);
            Optional<Problem> refusal = owned.refusal();
            return refusal.isPresent()
                    ? Result.failed(refusal.get())
                    : checked(owned, new DirectoryChanges(directory, owned.changesTo(desired)));
        });
    }

    private static Result<DirectoryChanges> checked(OwnedDirectory owned, DirectoryChanges changes) {
        Optional<Problem> refusal = owned.refusalOf(changes.changes());
        return refusal.isPresent() ? Result.failed(refusal.get()) : Result.ok(changes);
    }

    /** Makes the changes. What could not be written is a problem; running again repairs it. */
    public Result<List<DirectoryChanges>> apply(List<DirectoryChanges> changes) {
        List<Result<DirectoryChanges>> results = changes.parallelStream()
                .map(directory -> guarded(directory.directory(), () -> {
                    directory.apply(root);
                    return Result.ok(directory);
                }))
                .toList();
        return all(results);
    }

    private interface DiskWork<T> {
        Result<T> run() throws IOException;
    }

    private static <T> Result<T> guarded(RelPath directory, DiskWork<T> work) {
        try {
            return work.run();
        } catch (IOException error) {
            return refused(directory, error);
        } catch (UncheckedIOException error) {
            return refused(directory, Objects.requireNonNull(error.getCause()));
        }
    }

    private static <T> Result<T> refused(RelPath directory, IOException error) {
        return Result.failed(
                Code.CANNOT_WRITE,
                SourceFile.unread(directory.value()).start(),
                "the disk refuses: " + DiskReason.of(error),
                "free the disk or the permission and run it again: it then writes what is missing");
    }

    private static <T> Result<List<T>> all(List<Result<T>> results) {
        Problems problems = new Problems();
        results.forEach(result -> problems.addAll(result.problems()));
        return problems.result(() ->
                results.stream().map(result -> ((Result.Ok<T>) result).value()).toList());
    }
}
