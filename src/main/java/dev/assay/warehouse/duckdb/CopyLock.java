package dev.assay.warehouse.duckdb;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/**
 * The right to build in a copy: a locked file that says whose it is. The system lets go of it when the process ends, however
 * it ends; the file goes with the one who had the lock.
 *
 * @param look a second channel to the file: if it were closed, the system would take the lock from the first one too
 */
record CopyLock(Path path, FileChannel channel, FileChannel look) implements AutoCloseable {

    /** Somebody else has it. */
    static final class Taken extends Exception {

        private static final long serialVersionUID = 1L;

        Taken(String holder) {
            super(holder);
        }
    }

    /** @throws Taken naming who has it */
    static CopyLock take(Path path) throws IOException, Taken {
        Optional<CopyLock> lock = Optional.empty();
        while (lock.isEmpty()) {
            lock = attempt(path);
        }
        return lock.get();
    }

    /** Empty where the file was removed by its last holder after we had opened it: then the lock is one on nothing. */
    private static Optional<CopyLock> attempt(Path path) throws IOException, Taken {
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw new Taken(named(path));
            }
            String ours = "process " + ProcessHandle.current().pid() + " " + UUID.randomUUID();
            channel.truncate(0).write(StandardCharsets.UTF_8.encode(ours), 0);
            FileChannel look = FileChannel.open(path, StandardOpenOption.READ);
            if (text(look).equals(ours)) {
                return Optional.of(new CopyLock(path, channel, look));
            }
            look.close();
        } catch (NoSuchFileException removed) {
            // Its last holder was done just now.
        } catch (OverlappingFileLockException ourselves) {
            channel.close();
            throw new Taken("this process");
        } catch (IOException | Taken failed) {
            channel.close();
            throw failed;
        }
        channel.close();
        return Optional.empty();
    }

    private static String named(Path path) throws IOException {
        String holder = Files.readString(path).strip();
        return holder.contains(" ") ? holder.substring(0, holder.lastIndexOf(' ')) : "another process";
    }

    /** Who has it, if anybody. What cannot be looked at is had by nobody whom we could wait for. */
    static Optional<String> holder(Path path) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
                FileLock free = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return free == null ? Optional.of(named(path)) : Optional.empty();
        } catch (OverlappingFileLockException ourselves) {
            return Optional.of("this process");
        } catch (IOException nothing) {
            return Optional.empty();
        }
    }

    private static String text(FileChannel channel) throws IOException {
        return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(path);
        } finally {
            look.close();
            channel.close();
        }
    }
}
