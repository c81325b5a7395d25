package dev.assay.project;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.diagnostic.Refused;
import dev.assay.source.Digest;
import dev.assay.source.SourceFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The only reader of files: whole, once, and strictly UTF-8. What cannot be read is a problem with the file's name. */
final class Disk {

    private static final char REPLACED = '\uFFFD';

    private final Invocation invocation;

    Disk(Invocation invocation) {
        this.invocation = invocation;
    }

    /** A file's text and the checksum of its bytes. */
    record Content(SourceFile file, String checksum) {}

    /**
     * @param printed the path as messages print it
     */
    Content read(Path path, String printed) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path);
        } catch (IOException refused) {
            throw new ProblemsFound(unreadable(path, refused));
        }
        return new Content(new SourceFile(printed, decoded(printed, bytes)), Digest.hex(Digest.sha256(bytes)));
    }

    SourceFile text(Path path) {
        return read(path, invocation.printed(path)).file();
    }

    /** Of data: the checksum alone, streamed, since a seed may be bigger than we want to hold. */
    Content readChecksum(Path path, String printed) {
        try (var stream = Files.newInputStream(path)) {
            return new Content(new SourceFile(printed, ""), Digest.sha256(stream));
        } catch (IOException refused) {
            throw new ProblemsFound(unreadable(path, refused));
        }
    }

    Diagnostic unreadable(Path path, IOException refused) {
        String why = switch (refused) {
            case AccessDeniedException denied -> "reading it is not permitted";
            case NoSuchFileException missing ->
                Files.isSymbolicLink(path) ? "it is a link that leads nowhere" : "it does not exist";
            default -> Files.isDirectory(path) ? "it is a folder" : "the system says: " + Refused.words(refused);
        };
        return unreadable(path, why);
    }

    Diagnostic unreadable(Path path, String why) {
        return Diagnostic.error(Code.FILE_UNREADABLE, "`" + invocation.printed(path) + "` cannot be read")
                .note(why);
    }

    // The lenient decoder is much the faster; its mark tells when the strict one has something to say.
    private String decoded(String printed, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACED) >= 0) {
            refuseOtherEncodings(printed, bytes, text);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void refuseOtherEncodings(String printed, byte[] bytes, String lenient) {
        var input = ByteBuffer.wrap(bytes);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(input, CharBuffer.allocate(bytes.length), true);
        if (!result.isError()) {
            return;
        }
        int bad = input.position();
        var file = new SourceFile(printed, lenient);
        int start = new String(bytes, 0, bad, StandardCharsets.UTF_8).length();
        var problem = Diagnostic.error(
                        Code.FILE_UNREADABLE,
                        file.span(start, start + 1),
                        "`" + file.path() + "` is not written in UTF-8")
                .label(String.format("byte 0x%02X at offset %d", bytes[bad] & 0xFF, bad))
                .help("save the file as UTF-8");
        throw new ProblemsFound(
                bytes.length > 1 && (bytes[0] & 0xFE) == 0xFE && (bytes[1] & 0xFE) == 0xFE
                        ? problem.note("it begins like a UTF-16 file")
                        : problem);
    }
}
