package dev.berth.write;

import dev.berth.source.Code;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/** Lets one process at a time write into a project; others wait. The system frees the lock of a killed process. */
public final class ProjectLock implements AutoCloseable {

    private static final String NAME = ".berth.lock";

    /** Of a sparse file: only its last byte takes room. */
    private static final int MOST_BYTES = 1 << 30;

    private final Path file;
    private final FileChannel channel;
    private final boolean hasWaited;

    private ProjectLock(Path file, FileChannel channel, boolean hasWaited) {
        this.file = file;
        this.channel = channel;
        this.hasWaited = hasWaited;
    }

    /** Waits until no other process writes into the project. */
    public static Result<ProjectLock> take(Path root) {
        Path file = root.resolve(NAME);
        try {
            boolean waited = false;
            while (true) {
                FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (channel.tryLock() == null) {
                    waited = true;
                    channel.lock();
                }
                if (isInPlace(file, channel)) {
                    return Result.ok(new ProjectLock(file, channel, waited));
                }
                channel.close();
            }
        } catch (IOException error) {
            return Result.failed(
                    Code.CANNOT_WRITE,
                    SourceFile.unread(NAME).start(),
                    "the disk refuses: " + DiskReason.of(error),
                    "free the disk or the permission of the project folder");
        }
    }

    /** Whether another process wrote into the project just before. */
    public boolean hasWaited() {
        return hasWaited;
    }

    /**
     * Whether the locked file still has its name: the process before removes it when it is done, and a lock on a removed
     * file excludes nobody. The two are told apart by size, as opening the file again would free the lock on POSIX.
     */
    private static boolean isInPlace(Path file, FileChannel channel) throws IOException {
        int size = 1 + ThreadLocalRandom.current().nextInt(MOST_BYTES);
        channel.truncate(0).write(ByteBuffer.allocate(1), size - 1L);
        try {
            return Files.size(file) == size;
        } catch (NoSuchFileException removed) {
            return false;
        }
    }

    @Override
    public void close() {
        try (channel) {
            Files.deleteIfExists(file);
        } catch (IOException leftBehind) {
            // The file holds nothing and bars nobody: the next process takes it over.
        }
    }
}
