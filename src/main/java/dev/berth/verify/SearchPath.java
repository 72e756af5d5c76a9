package dev.berth.verify;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds programs as a shell does. */
final class SearchPath {

    private SearchPath() {}

    /** @param directories to look in, as in the environment variable PATH */
    static Optional<Path> find(String directories, String program) {
        return Arrays.stream(directories.split(File.pathSeparator))
                .filter(directory -> !directory.isBlank())
                .flatMap(directory -> Stream.of(program, program + ".exe").map(name -> Path.of(directory, name)))
                .filter(candidate -> Files.isRegularFile(candidate) && Files.isExecutable(candidate))
                .findFirst();
    }
}
