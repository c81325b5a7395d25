package dev.assay.warehouse.snowflake;

import dev.assay.sql.FileData;
import dev.assay.sql.Statement;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.WarehouseError.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToLongFunction;
import java.util.zip.GZIPOutputStream;

/**
 * Brings rows to a stage by a file in a temporary folder. PUT would read some characters of the user's own name as a pattern,
 * and COPY reads line ends in another way than the scan of the file. Compressed here, so that the driver need not do it.
 */
final class StagedRows {

    private static final String ADDRESS = "'file://";
    private static final String NAME = "seed.csv.gz";

    private StagedRows() {}

    /** @param statement a PUT of a file that has no folder yet */
    static long bring(Statement statement, FileData data, ToLongFunction<Statement> send) {
        try {
            Path folder = Files.createTempDirectory("assay");
            Path file = folder.resolve(NAME);
            try {
                write(data, file);
                return send.applyAsLong(placed(statement, file));
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException failed) {
            String words = data.path() + " cannot be prepared for Snowflake: " + failed.getMessage();
            throw new WarehouseError(Kind.REFUSED, Optional.of(statement), OptionalInt.empty(), words, failed);
        }
    }

    private static void write(FileData data, Path file) throws IOException {
        try (InputStream written = Files.newInputStream(Path.of(data.path()));
                InputStream rows = data.form().apply(written);
                OutputStream zipped = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
            rows.transferTo(zipped);
        }
    }

    private static Statement placed(Statement statement, Path file) {
        String address = file.toAbsolutePath().toString().replace('\\', '/').replace("'", "\\'");
        return Statement.of(statement.purpose(), statement.text().replace(ADDRESS + NAME, ADDRESS + address));
    }
}
