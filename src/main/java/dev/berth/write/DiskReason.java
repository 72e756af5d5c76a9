package dev.berth.write;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why the disk refused, without paths of temporary files. */
final class DiskReason {

    private DiskReason() {}

    static String of(IOException error) {
        if (error instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (error instanceof NoSuchFileException || error instanceof NotDirectoryException) {
            return "a directory vanished or became a file meanwhile";
        }
        if (error instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return String.valueOf(error.getMessage());
    }
}
