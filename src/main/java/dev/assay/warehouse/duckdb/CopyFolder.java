package dev.assay.warehouse.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A hidden folder beside a database file, for a copy of it: {@code .shop.duckdb.assay}. One process at a time has it. In it
 * the copy bears the file's own name, for a file's name is its database's name.
 *
 * @param real the file
 * @param file the copy
 */
record CopyFolder(Path real, Path file, CopyLock lock) implements AutoCloseable {

    private static final String OLD_LOG = "old.wal";

    /**
     * What a broken-off run has left in it is gone then.
     *
     * @param named no link to it: the link would be replaced
     * @throws CopyLock.Taken when another process has it
     */
    static CopyFolder take(Path named) throws IOException, CopyLock.Taken {
        Path real = named.toAbsolutePath();
        Path folder = beside(real);
        CopyLock lock = CopyLock.take(lock(folder));
        var taken = new CopyFolder(real, folder.resolve(real.getFileName()), lock);
        try {
            taken.returnLog();
            taken.remove();
            Files.createDirectory(folder);
            return taken;
        } catch (IOException refused) {
            lock.close();
            throw refused;
        }
    }

    private static Path beside(Path real) {
        return real.resolveSibling("." + real.getFileName() + ".assay");
    }

    private static Path lock(Path folder) {
        return folder.resolveSibling(folder.getFileName() + ".lock");
    }

    /** Who builds in a copy of this file now, if anybody. */
    static Optional<String> holder(Path named) {
        return CopyLock.holder(lock(beside(named.toAbsolutePath())));
    }

    /** Sets the log of the old file aside: beside a new one it would be replayed into that. */
    void takeLog() throws IOException {
        if (Files.exists(DatabaseFile.log(real))) {
            Files.move(DatabaseFile.log(real), oldLog(), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** As long as the copy is here, it has not taken the file's place, and the file wants its log back. */
    void returnLog() throws IOException {
        if (Files.exists(oldLog()) && Files.exists(file)) {
            Files.move(oldLog(), DatabaseFile.log(real), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private Path oldLog() {
        return file.resolveSibling(OLD_LOG);
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            remove();
        }
    }

    private void remove() throws IOException {
        Path folder = file.getParent();
        if (Files.exists(folder)) {
            List<Path> paths;
            try (Stream<Path> all = Files.walk(folder)) {
                paths = all.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : paths) {
                Files.delete(path);
            }
        }
    }
}
