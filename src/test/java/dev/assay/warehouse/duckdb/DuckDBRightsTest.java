package dev.assay.warehouse.duckdb;

import static dev.assay.warehouse.duckdb.DuckDBCase.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.source.SourceFile;
import dev.assay.source.Span;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that may be written, in a folder that may not. */
class DuckDBRightsTest {

    @TempDir
    private Path folder;

    /** A log is made beside the file at the first change. */
    @Test
    void saysThatTheFolderMayNotBeWritten() throws IOException {
        Path shut = Files.createDirectory(folder.resolve("shut"));
        try (Warehouse warehouse = DuckDBCase.file(shut, "shop.duckdb")) {
            warehouse.open();
        }
        Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString("r-xr-xr-x"));
        if (Files.isWritable(shut)) {
            // Nobody forbids root to write, but here nobody makes a file.
            Files.createSymbolicLink(shut.resolve("shop.duckdb.wal"), Path.of("/sys/shop.duckdb.wal"));
        }
        try (Warehouse warehouse = DuckDBCase.file(folder, "shut/shop.duckdb")) {
            Session session = warehouse.enter("dev", any -> {});
            unwritable(assertThrows(WarehouseError.class, () -> run(session, "create table t (i integer)")));
        }
    }

    /** The same in DuckDB's words. */
    @Test
    void knowsTheLogByItsName() {
        var place = new Span(new SourceFile("profiles.yml", "shut/shop.duckdb"), 0, 16);
        var said = new SQLException("TransactionContext Error: Failed to commit: Cannot open file"
                + " \"/data/shut/shop.duckdb.wal\": Permission denied");
        unwritable(
                new DuckDBErrors("shut/shop.duckdb", place).read(said, Optional.of(Statement.of("note", "update x"))));
        var other = new SQLException("IO Error: Cannot open file \"/data/rows.csv\": Permission denied");
        assertEquals(
                WarehouseError.Kind.REFUSED,
                new DuckDBErrors("shut/shop.duckdb", place)
                        .read(other, Optional.of(Statement.of("note", "copy x")))
                        .kind());
    }

    /** Also where the file was free for a moment, and its log is held by another process. */
    @Test
    void namesWhoHoldsTheLog() {
        var place = new Span(new SourceFile("profiles.yml", "shop.duckdb"), 0, 11);
        var said = new SQLException("TransactionContext Error: Failed to commit: Could not set lock on file"
                + " \"/data/shop.duckdb.wal\": Conflicting lock is held in /usr/bin/java (PID 7). See also there");
        var refused = new DuckDBErrors("shop.duckdb", place).read(said, Optional.of(Statement.of("note", "update x")));
        assertEquals(WarehouseError.Kind.LOCKED, refused.kind());
        assertEquals("process 7 (java) holds shop.duckdb", refused.words());
    }

    private static void unwritable(WarehouseError refused) {
        assertEquals(WarehouseError.Kind.UNWRITABLE, refused.kind());
        assertTrue(refused.words().startsWith("`shut/shop.duckdb` cannot be written\n"), refused.words());
        assertEquals("shut/shop.duckdb", refused.place().orElseThrow().text());
    }
}
