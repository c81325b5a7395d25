package dev.assay.artifact;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.diagnostic.Refused;
import dev.assay.json.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The folder of everything that can be made again. No secret passes on the way into one of its files.
 *
 * @param path as the process opens it
 * @param mask a text without the secrets in it
 */
public record TargetFolder(Path path, UnaryOperator<String> mask) {

    /** Names the folders below this one that assay made, each on its line. */
    private static final String MADE = ".made-by-assay";

    /** The folders from which files are removed that belong to nothing any more. */
    private static final List<String> CLEANED = List.of("compiled", "run", "failures");

    /** Writes the bytes of a file. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream stream) throws IOException;
    }

    /** Before work begins: who learns it afterwards has built for nothing. */
    public void requireWritable() {
        try {
            Files.createDirectories(path);
            if (Files.exists(file(MADE))) {
                Files.delete(Files.createTempFile(path, ".writable", ""));
            } else {
                List<String> absent = CLEANED.stream()
                        .filter(folder -> !Files.exists(file(folder)))
                        .toList();
                Files.write(file(MADE), absent);
            }
        } catch (IOException refused) {
            throw new ProblemsFound(unwritable(path, refused));
        }
    }

    /** The folders in which each file is ours: they were not there before assay made them. */
    List<String> made() {
        try {
            return Files.readAllLines(file(MADE)).stream()
                    .filter(CLEANED::contains)
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    public Path file(String name) {
        return path.resolve(name);
    }

    /**
     * A file of JSON, each of whose texts is masked for itself: a secret that holds a quote is hidden too, and the file
     * stays JSON whatever is hidden in it.
     */
    public void writeJson(String name, Consumer<JsonWriter> steps) {
        write(name, stream -> {
            try (JsonWriter json = JsonWriter.to(stream).masked(mask)) {
                steps.accept(json);
            }
        });
    }

    public void writeText(String name, String text) {
        byte[] bytes = mask.apply(text).getBytes(StandardCharsets.UTF_8);
        write(name, stream -> stream.write(bytes));
    }

    /**
     * Writes a file beside its place first and moves it there when it is whole: who reads it meanwhile sees the old one.
     *
     * @throws ProblemsFound when the folder cannot be written
     */
    void write(String name, Content content) {
        Path file = file(name);
        Path unfinished = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid());
        try {
            Files.createDirectories(file.getParent());
            try (OutputStream stream = Files.newOutputStream(unfinished)) {
                content.write(stream);
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException refused) {
            remove(unfinished);
            throw new ProblemsFound(unwritable(file, refused));
        } catch (UncheckedIOException refused) {
            remove(unfinished);
            throw new ProblemsFound(unwritable(file, refused.getCause()));
        }
    }

    /**
     * Leaves a file alone that holds the text already: most compiled files stay the same from run to run.
     *
     * <p>Others are written in their place and not beside it: they are many, and a file system that moves many files into
     * a folder takes ten times as long as one that makes them there.
     */
    public void writeIfChanged(String name, String text) {
        Path file = file(name);
        byte[] bytes = mask.apply(text).getBytes(StandardCharsets.UTF_8);
        try {
            if (!holds(file, bytes)) {
                replace(file, bytes);
            }
        } catch (IOException refused) {
            throw new ProblemsFound(unwritable(file, refused));
        }
    }

    // One look for a file that is missing or of another size, and no exception.
    private static boolean holds(Path file, byte[] bytes) throws IOException {
        return file.toFile().length() == bytes.length
                && bytes.length > 0
                && Arrays.equals(Files.readAllBytes(file), bytes);
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        try {
            Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (NoSuchFileException noFolder) {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (FileAlreadyExistsException other) {
            // A file that is cut short before it is written makes the file system wait for the disk; a new one does
            // not.
            Files.delete(file);
            Files.write(file, bytes);
        }
    }

    private static void remove(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException refused) {
            // It was never made, or the disk that refused it refuses this too: the first refusal is told.
            return;
        }
    }

    Diagnostic unwritable(Path file, IOException refused) {
        return Diagnostic.error(Code.TARGET_UNWRITABLE, "the target folder cannot be written: " + file)
                .note("the system says: " + reason(refused))
                .help("name another folder: --target-path FOLDER");
    }

    private static String reason(IOException refused) {
        return switch (refused) {
            case FileAlreadyExistsException exists -> "a file stands where a folder should be: " + exists.getFile();
            case NoSuchFileException absent -> "there is no such folder, and none can be made";
            default -> Refused.words(refused);
        };
    }
}
