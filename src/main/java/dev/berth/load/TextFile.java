package dev.berth.load;

import dev.berth.source.Code;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import dev.berth.source.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
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
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            return unreadable(unread, "it is a device or a pipe", "put a file in its place");
        }
        try (InputStream stream = Files.newInputStream(path)) {
            byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
            return bytes.length > MAX_BYTES ? tooLarge(unread) : decode(bytes, name);
        } catch (AccessDeniedException denied) {
            return unreadable(unread, "it may not be read by this user", "give the file read permission");
        } catch (NoSuchFileException missing) {
            return unreadable(unread, "there is no such file", "check the name, or the link it stands for");
        } catch (IOException failed) {
            return unreadable(unread, String.valueOf(failed.getMessage()), "check the disk and the path");
        }
    }

    private static Result<SourceFile> tooLarge(SourceFile file) {
        return Result.failed(
                Code.FILE_TOO_LARGE,
                file.start(),
                "the file has more than " + MAX_BYTES + " bytes",
                "a value file is short: check that this is the file you meant");
    }

    private static Result<SourceFile> unreadable(SourceFile file, String reason, String hint) {
        return Result.failed(Code.FILE_UNREADABLE, file.start(), "the file cannot be read: " + reason, hint);
    }

    private static Result<SourceFile> decode(byte[] bytes, String name) {
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(input, text, true);
        if (result.isError()) {
            return notText(name, text.flip().toString(), "a byte here is not UTF-8", "save the file as UTF-8");
        }
        String decoded = text.flip().toString();
        int nul = decoded.indexOf('\0');
        if (nul >= 0) {
            return notText(
                    name,
                    decoded.substring(0, nul),
                    "a zero byte here: the file is not text",
                    "check that it is the file you meant");
        }
        String unmarked = decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
        return Result.ok(new SourceFile(name, unmarked.replace("\r\n", "\n")));
    }

    /** @param before what could be read */
    private static Result<SourceFile> notText(String name, String before, String message, String hint) {
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n');
        return Result.failed(
                Code.FILE_NOT_TEXT, new Span(SourceFile.unread(name), line, column, line, column + 1), message, hint);
    }
}
