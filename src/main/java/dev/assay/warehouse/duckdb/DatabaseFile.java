package dev.assay.warehouse.duckdb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;

/**
 * What an instance opens.
 *
 * @param file empty for a database in memory
 */
record DatabaseFile(Optional<Path> file, Mode mode) {

    /** Behind a sum over what follows. */
    private static final int MARK_AT = 8;

    private static final byte[] MARK = "DUCK".getBytes(StandardCharsets.US_ASCII);

    enum Mode {
        WRITING,
        /** Beside other processes that read, and as long as nobody writes. A file that does not exist is as an empty one. */
        READING
    }

    /** A file whose name has a semicolon was refused: the driver would read options behind it. */
    String url() {
        return "jdbc:duckdb:" + file.map(Path::toString).orElse("");
    }

    /** What is opened now: an empty database in memory for a reader of a file that does not exist. */
    DatabaseFile asFound() {
        return mode == Mode.WRITING ? this : new DatabaseFile(file.filter(Files::exists), mode);
    }

    Properties properties() {
        var properties = new Properties();
        if (mode == Mode.READING && file.isPresent()) {
            properties.setProperty("access_mode", "READ_ONLY");
        }
        return properties;
    }

    /** What a process that was killed has written and not yet put into the file. */
    static Path log(Path file) {
        return file.resolveSibling(file.getFileName() + ".wal");
    }

    /**
     * Of tables as text or Parquet DuckDB would make a database in memory, and whatever is built would be lost with it; of
     * SQLite's files one for its extension. An empty file it refuses itself.
     */
    boolean isOfAnotherKind() {
        return file.filter(Files::isRegularFile)
                .filter(there -> !begins(there, MARK))
                .isPresent();
    }

    private static boolean begins(Path file, byte[] mark) {
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] first = bytes.readNBytes(MARK_AT + mark.length);
            return first.length == 0
                    || Arrays.equals(first, Math.min(MARK_AT, first.length), first.length, mark, 0, mark.length);
        } catch (IOException unreadable) {
            // DuckDB says why.
            return true;
        }
    }

    /** DuckDB would begin an empty database, and drop the log. */
    boolean hasOnlyLog() {
        return file.filter(Files::notExists)
                .filter(gone -> Files.exists(log(gone)))
                .isPresent();
    }
}
