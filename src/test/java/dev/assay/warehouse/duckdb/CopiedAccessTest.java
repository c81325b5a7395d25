package dev.assay.warehouse.duckdb;

import static dev.assay.warehouse.duckdb.DuckDBCase.query;
import static dev.assay.warehouse.duckdb.DuckDBCase.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.sql.RelationName;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.facet.EngineRestart;
import dev.assay.warehouse.facet.FilePublication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the file beside which a copy is written, however that ends. */
class CopiedAccessTest {

    private static final String OUTPUT = "{type: duckdb, path: shop.duckdb, publish_by: file}";

    @TempDir
    private Path folder;

    private Warehouse byFile() {
        return DuckDBCase.of(OUTPUT, folder);
    }

    private void straight(String sql) {
        try (Warehouse warehouse = DuckDBCase.file(folder, "shop.duckdb")) {
            run(warehouse.open(), sql);
        }
    }

    /** By a program that knows nothing of copies. */
    private void byOthers(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("shop.duckdb"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count() {
        try (Warehouse warehouse = DuckDBCase.file(folder, "shop.duckdb")) {
            return query(warehouse.open(), "select count(*) from t").number();
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** As a process leaves them that is killed after it has written: two rows are in the log only. */
    private void leaveLog() throws IOException {
        Path file = folder.resolve("shop.duckdb");
        straight("create table t as select 1 as i");
        Path kept = Files.createDirectory(folder.resolve("kept"));
        try (Warehouse warehouse = DuckDBCase.file(folder, "shop.duckdb")) {
            run(warehouse.open(), "insert into t values (2), (3)");
            Files.copy(file, kept.resolve("file"));
            Files.copy(DatabaseFile.log(file), kept.resolve("log"));
        }
        Files.delete(file);
        Files.move(kept.resolve("file"), file);
        Files.move(kept.resolve("log"), DatabaseFile.log(file));
        Files.delete(kept);
    }

    @Test
    void showsNothingBeforeTheEndAndAllThen() throws IOException {
        straight("create table t as select 1 as i");
        Warehouse other = byFile();
        try (Warehouse warehouse = byFile()) {
            run(warehouse.enter("dev", any -> {}), "insert into t values (2)");
            warehouse.facet(EngineRestart.class).orElseThrow().restart();
            run(warehouse.enter("dev", any -> {}), "insert into t values (3)");
            assertEquals(3, query(warehouse.open(), "select count(*) from t").number());
            assertEquals(1, query(other.open(), "select count(*) from t").number());
            other.close();
            FilePublication.of(warehouse).conclude();
            assertEquals(3, query(other.open(), "select count(*) from t").number());
        }
        other.close();
        assertEquals(List.of("shop.duckdb"), files());
    }

    @Test
    void forgetsWhatWasNotConcluded() throws IOException {
        straight("create table t as select 1 as i");
        try (Warehouse warehouse = byFile()) {
            run(warehouse.enter("dev", any -> {}), "drop table t");
        }
        assertEquals(1, count());
        assertEquals(List.of("shop.duckdb"), files());
    }

    @Test
    void keepsTheFilesOwnNameForItsDatabaseAlsoBehindALink() throws IOException {
        Path far = Files.createDirectory(folder.resolve("far"));
        try (Warehouse warehouse = DuckDBCase.file(far, "real.db")) {
            run(warehouse.open(), "create schema real");
        }
        Files.createSymbolicLink(folder.resolve("shop.duckdb"), far.resolve("real.db"));
        try (Warehouse warehouse = byFile()) {
            var view = warehouse.dialect().print(RelationName.of("real", "v"));
            assertEquals("real.real.v", view.replace("\"", ""));
            run(warehouse.enter("dev", any -> {}), "create view " + view + " as select 1 as i");
            FilePublication.of(warehouse).conclude();
            assertEquals(1, query(warehouse.open(), "select i from " + view).number());
        }
        assertTrue(Files.isSymbolicLink(folder.resolve("shop.duckdb")));
        assertTrue(Files.isRegularFile(far.resolve("real.db")));
    }

    @Test
    void takesAWriteAheadLogIntoTheCopyAndNeverLeavesItBesideANewerFile() throws IOException {
        leaveLog();
        try (Warehouse warehouse = byFile()) {
            assertEquals(3, query(warehouse.open(), "select count(*) from t").number());
            run(warehouse.enter("dev", any -> {}), "insert into t values (4)");
            assertTrue(Files.exists(DatabaseFile.log(folder.resolve("shop.duckdb"))));
            FilePublication.of(warehouse).conclude();
        }
        assertEquals(List.of("shop.duckdb"), files());
        assertEquals(4, count());
    }

    @Test
    void givesTheLogBackWhenARunWasKilledInTheMiddleOfItsExchange() throws IOException {
        leaveLog();
        Path left = Files.createDirectory(folder.resolve(".shop.duckdb.assay"));
        Files.copy(folder.resolve("shop.duckdb"), left.resolve("shop.duckdb"));
        Files.move(folder.resolve("shop.duckdb.wal"), left.resolve("old.wal"));
        try (Warehouse warehouse = byFile()) {
            warehouse.enter("dev", any -> {}).close();
        }
        assertEquals(List.of("shop.duckdb", "shop.duckdb.wal"), files());
        assertEquals(3, count());
    }

    @Test
    void throwsTheLogAwayWhenTheExchangeWasMade() throws IOException {
        straight("create table t as select 1 as i");
        Path left = Files.createDirectory(folder.resolve(".shop.duckdb.assay"));
        Files.writeString(left.resolve("old.wal"), "of the file that was");
        try (Warehouse warehouse = byFile()) {
            warehouse.enter("dev", any -> {}).close();
            FilePublication.of(warehouse).conclude();
        }
        assertEquals(List.of("shop.duckdb"), files());
        assertEquals(1, count());
    }

    @Test
    void undoesNobodyElsesWork() throws IOException, SQLException {
        straight("create table t as select 1 as i");
        try (Warehouse warehouse = byFile()) {
            run(warehouse.enter("dev", any -> {}), "drop table t");
            byOthers("insert into t values (2)");
            var refused = assertThrows(WarehouseError.class, FilePublication.of(warehouse)::conclude);
            assertEquals(WarehouseError.Kind.UNWRITABLE, refused.kind());
            assertTrue(refused.words().startsWith("`shop.duckdb` was written by somebody else"), refused.words());
        }
        assertEquals(2, count());
        assertEquals(List.of("shop.duckdb"), files());
    }

    @Test
    void oneAtATimeAlsoInOneProcess() throws IOException {
        Warehouse first = byFile();
        try (Warehouse second = byFile()) {
            first.enter("dev", any -> {});
            var refused = assertThrows(WarehouseError.class, () -> second.enter("dev", any -> {}));
            assertEquals(WarehouseError.Kind.LOCKED, refused.kind());
            assertEquals("this process builds in a copy of shop.duckdb", refused.words());
            first.close();
            second.enter("dev", any -> {});
        }
        assertFalse(files().contains("shop.duckdb"));
    }

    @Test
    void whoBuildsInPlaceWaitsForTheOneWhoBuildsInACopy() throws IOException {
        straight("create table t as select 1 as i");
        try (Warehouse copied = byFile();
                Warehouse inPlace = DuckDBCase.file(folder, "shop.duckdb")) {
            copied.enter("dev", any -> {});
            var refused = assertThrows(WarehouseError.class, inPlace::open);
            assertEquals(WarehouseError.Kind.LOCKED, refused.kind());
            assertEquals("this process builds in a copy of shop.duckdb", refused.words());
        }
        assertEquals(1, count());
    }

    @Test
    void aLockThatAKilledRunLeftHoldsNobody() throws IOException {
        straight("create table t as select 1 as i");
        Path lock = folder.resolve(".shop.duckdb.assay.lock");
        Files.writeString(lock, "process 1 that was killed");
        try (Warehouse inPlace = DuckDBCase.file(folder, "shop.duckdb")) {
            run(inPlace.open(), "insert into t values (2)");
        }
        assertEquals(2, count());
    }

    @Test
    void wantsAFileOfOneName() throws IOException {
        straight("create table t as select 1 as i");
        Files.createLink(folder.resolve("other.duckdb"), folder.resolve("shop.duckdb"));
        try (Warehouse warehouse = byFile()) {
            assertEquals(1, query(warehouse.open(), "select count(*) from t").number());
            var refused = assertThrows(WarehouseError.class, () -> warehouse.enter("dev", any -> {}));
            assertEquals(WarehouseError.Kind.UNWRITABLE, refused.kind());
            assertTrue(refused.words().startsWith("`shop.duckdb` has a second name (a hard link)"), refused.words());
        }
        assertEquals(List.of("other.duckdb", "shop.duckdb"), files());
    }

    @Test
    void makesTheFileBehindALinkThatLeadsNowhereYet() throws IOException {
        Path far = Files.createDirectory(folder.resolve("far"));
        Files.createSymbolicLink(folder.resolve("shop.duckdb"), Path.of("far", "real.db"));
        try (Warehouse warehouse = byFile()) {
            run(warehouse.enter("dev", any -> {}), "create table t as select 1 as i");
            FilePublication.of(warehouse).conclude();
        }
        assertTrue(Files.isSymbolicLink(folder.resolve("shop.duckdb")));
        assertTrue(Files.isRegularFile(far.resolve("real.db")));
    }

    @Test
    void readersDoNotWrite() {
        straight("create table t as select 1 as i");
        try (Warehouse warehouse = byFile();
                Session session = warehouse.open()) {
            var refused = assertThrows(WarehouseError.class, () -> run(session, "insert into t values (2)"));
            assertTrue(refused.words().contains("read-only"), refused.words());
        }
    }
}
