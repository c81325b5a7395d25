package dev.assay.warehouse.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A copy of a database file that takes its place in the end, by one rename.
 *
 * @param file as it was when it was copied; empty where there was none
 * @param log the write-ahead log beside it, which a process that was killed had left
 */
record WorkingCopy(CopyFolder folder, Optional<FileState> file, Optional<FileState> log) {

    /** Nobody may write the file meanwhile. */
    static WorkingCopy in(CopyFolder folder) throws IOException {
        Optional<FileState> file = FileState.of(folder.real());
        Optional<FileState> log = FileState.of(DatabaseFile.log(folder.real()));
        if (file.isPresent()) {
            Files.copy(folder.real(), folder.file(), StandardCopyOption.COPY_ATTRIBUTES);
        }
        if (log.isPresent()) {
            Files.copy(DatabaseFile.log(folder.real()), DatabaseFile.log(folder.file()));
        }
        return new WorkingCopy(folder, file, log);
    }

    Path path() {
        return folder.file();
    }

    /** Whether the file is still what was copied. */
    boolean isCurrent() throws IOException {
        return FileState.of(folder.real()).equals(file)
                && FileState.of(DatabaseFile.log(folder.real())).equals(log);
    }

    /** The copy is closed, and needs no log of its own. */
    void exchange() throws IOException {
        folder.takeLog();
        try {
            Files.move(folder.file(), folder.real(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException refused) {
            folder.returnLog();
            throw refused;
        }
    }

    void remove() throws IOException {
        folder.close();
    }
}
