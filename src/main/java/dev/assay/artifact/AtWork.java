package dev.assay.artifact;

import dev.assay.diagnostic.ProblemsFound;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says that a process works in a target folder: by a file of its own there, which it keeps locked. The system lets go of the
 * lock when the process ends, however it ends, so a file that nobody has locked says nothing.
 */
public record AtWork(Path file, FileChannel channel) implements AutoCloseable {

    private static final String FOLDER = ".at-work";

    /**
     * @param command for people: {@code build}
     * @throws ProblemsFound when the folder cannot be written
     */
    public static AtWork in(TargetFolder target, String command) {
        long process = ProcessHandle.current().pid();
        Path folder = target.file(FOLDER);
        try {
            Files.createDirectories(folder);
            Path file = Files.createTempFile(folder, process + "-", "");
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            lock(channel);
            channel.write(StandardCharsets.UTF_8.encode("process " + process + " (assay " + command + ")"));
            return new AtWork(file, channel);
        } catch (IOException refused) {
            throw new ProblemsFound(target.unwritable(folder, refused));
        }
    }

    /** Who works in a folder at this moment, for people. */
    public static List<String> at(Path target) {
        Path folder = target.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(file -> holder(file).stream()).sorted().toList();
        } catch (IOException gone) {
            return List.of();
        }
    }

    private static Optional<String> holder(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return lock(channel).isEmpty() ? Optional.of(named(Files.readString(file))) : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    // Locked first and named after that.
    private static String named(String process) {
        return process.isEmpty() ? "another process" : process;
    }

    /** Empty where somebody else has it. */
    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException ourselves) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try (channel) {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            // It is not locked any more, and so says nothing.
            return;
        }
    }
}
