package dev.assay.warehouse.duckdb;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What an instance opens.
 *
 * @param file empty for a database in memory
 */
record Place(Optional<Path> file, Mode mode) {

    enum Mode {
        WRITING,
        /** Beside other processes that read, and as long as nobody writes. */
        READING
    }

    /** In a database's name no further options can hide. */
    String url() {
        return "jdbc:duckdb:" + file.map(Path::toString).orElse("");
    }

    Properties properties() {
        var properties = new Properties();
        if (mode == Mode.READING) {
            properties.setProperty("access_mode", "READ_ONLY");
        }
        return properties;
    }

    /** What a process that was killed has written and not yet put into the file. */
    static Path log(Path file) {
        return file.resolveSibling(file.getFileName() + ".wal");
    }

    /** DuckDB would begin an empty database, and drop the log. */
    boolean hasOnlyLog() {
        return file.filter(Files::notExists)
                .filter(gone -> Files.exists(log(gone)))
                .isPresent();
    }
}
