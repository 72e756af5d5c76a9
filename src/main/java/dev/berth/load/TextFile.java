package dev.berth.load;

import dev.berth.source.Code;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a text file that a person wrote, or says why it is not one. */
final class TextFile {

    private static final int MAX_BYTES = 1 << 20;

    private TextFile() {}

    /**
     * @param name the path as people know it
     * @return the text with LF line ends and without byte order mark
     */
    static Result<SourceFile> read(Path path, String name) {
        SourceFile unread = SourceFile.unread(name);
        if (Files.isDirectory(path)) {
            return Result.failed(
                    Code.FILE_UNREADABLE,
                    unread.start(),
                    "this is a directory, a file was expected",
                    "rename or remove the directory");
        }
        try {
            long size = Files.size(path);
            if (size > MAX_BYTES) {
                return Result.failed(
                        Code.FILE_TOO_LARGE,
                        unread.start(),
                        "the file has " + size + " bytes, at most " + MAX_BYTES + " were expected",
                        "a value file is short: check that this is the file you meant");
            }
            return decode(Files.readAllBytes(path), name);
        } catch (AccessDeniedException denied) {
            return unreadable(unread, "it may not be read by this user", "give the file read permission");
        } catch (NoSuchFileException missing) {
            return unreadable(unread, "there is no such file", "check the name, or the link it stands for");
        } catch (IOException failed) {
            return unreadable(unread, String.valueOf(failed.getMessage()), "check the disk and the path");
        }
    }

    private static Result<SourceFile> unreadable(SourceFile file, String reason, String hint) {
        return Result.failed(Code.FILE_UNREADABLE, file.start(), "the file cannot be read: " + reason, hint);
    }

    private static Result<SourceFile> decode(byte[] bytes, String name) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return Result.ok(new SourceFile(name, text.replace("\uFEFF", "").replace("\r\n", "\n")));
            }
        } catch (CharacterCodingException notText) {
            // falls through to the same answer as a text with a NUL byte
        }
        return Result.failed(
                Code.FILE_NOT_TEXT,
                SourceFile.unread(name).start(),
                "the file is not UTF-8 text",
                "save it as UTF-8, or check that it is the file you meant");
    }
}
