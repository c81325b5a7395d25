package dev.assay.warehouse.duckdb;

import static dev.assay.warehouse.duckdb.DuckDBCase.query;
import static dev.assay.warehouse.duckdb.DuckDBCase.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.facet.EngineRestart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDBFileTest {

    @TempDir
    Path folder;

    /** Another process that holds the file until its input ends. */
    static final class Holder {

        public static void main(String[] arguments) throws IOException {
            try (Warehouse warehouse = DuckDBCase.file(Path.of(arguments[0]), "shop.duckdb")) {
                run(warehouse.open(), "create table held (i integer)");
                System.out.println("held");
                System.in.read();
            }
        }
    }

    @Test
    void namesTheProcessThatHoldsTheFile() throws IOException, InterruptedException {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var says = new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("held", says.readLine());
            var refused = refused("shop.duckdb");
            assertEquals(WarehouseError.Kind.LOCKED, refused.kind());
            assertEquals("process " + holder.pid() + " (java) holds shop.duckdb", refused.words());
            assertEquals(DuckDBErrors.ONE_PROCESS, refused.help());
        } finally {
            holder.getOutputStream().close();
            holder.waitFor();
        }
        try (Warehouse free = DuckDBCase.file(folder, "shop.duckdb")) {
            assertEquals(0, query(free.open(), "select count(*) from held").number());
        }
    }

    @Test
    void saysWhatIsNoDatabase() throws IOException {
        Files.writeString(folder.resolve("notes.duckdb"), "these are notes\n".repeat(2000));
        var refused = refused("notes.duckdb");
        assertEquals(WarehouseError.Kind.UNREADABLE, refused.kind());
        assertTrue(refused.words().startsWith("`notes.duckdb` is no DuckDB database\n"), refused.words());
    }

    /** DuckDB would show their rows in a database in memory, into which a build would go for nothing. */
    @Test
    void takesNoFileOfRowsForADatabase() throws IOException {
        try (Warehouse warehouse = DuckDBCase.inMemory();
                Session session = warehouse.open()) {
            for (String form : new String[] {"parquet", "csv", "json"}) {
                Path file = folder.resolve("rows." + form);
                run(session, "copy (select 1 as i) to " + warehouse.dialect().literal(file.toString()));
                byte[] before = Files.readAllBytes(file);
                for (String how : new String[] {"auto", "file"}) {
                    try (Warehouse taken =
                            DuckDBCase.of("{type: duckdb, path: rows." + form + ", publish_by: " + how + "}", folder)) {
                        var refused = assertThrows(WarehouseError.class, () -> taken.enter("dev", any -> {}));
                        assertEquals(WarehouseError.Kind.UNREADABLE, refused.kind());
                        assertEquals(
                                "rows." + form, refused.place().orElseThrow().text());
                    }
                }
                assertEquals(-1, Arrays.mismatch(before, Files.readAllBytes(file)));
            }
        }
    }

    /** As long as it begins like one, whatever its name is. */
    @Test
    void aDatabaseMayHaveAnyName() throws IOException {
        Files.write(folder.resolve("numbers.csv"), database());
        try (Warehouse warehouse = DuckDBCase.file(folder, "numbers.csv")) {
            assertEquals(
                    1000,
                    query(warehouse.open(), "select count(*) from numbers").number());
        }
    }

    @Test
    void saysWhatIsCorrupt() throws IOException {
        byte[] database = database();
        for (int i = 4096; i < 12288; i += 10) {
            database[i] ^= 0x55;
        }
        Files.write(folder.resolve("broken.duckdb"), database);
        var refused = refused("broken.duckdb");
        assertEquals(WarehouseError.Kind.UNREADABLE, refused.kind());
        assertTrue(refused.words().startsWith("`broken.duckdb` is damaged"), refused.words());
        assertTrue(refused.words().contains("IO Error: Corrupt database file"), refused.words());
    }

    @Test
    void saysWhatIsFromANewerVersion() throws IOException {
        byte[] database = database();
        var header = ByteBuffer.wrap(database, 0, 4096).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(12, 999);
        header.putLong(0, checksum(header));
        Files.write(folder.resolve("newer.duckdb"), database);
        var refused = refused("newer.duckdb");
        assertEquals(WarehouseError.Kind.UNREADABLE, refused.kind());
        assertTrue(refused.words().contains("we can only read versions between"), refused.words());
    }

    /** As DuckDB sums up a block, so that only the version is wrong and not the sum. */
    private static long checksum(ByteBuffer block) {
        long sum = 5381;
        for (int i = 8; i < 4096; i += 8) {
            sum ^= block.getLong(i) * 0xbf58476d1ce4e5b9L;
        }
        return sum;
    }

    @Test
    void saysThatTheWriteAheadLogIsDamaged() throws IOException {
        Path file = folder.resolve("shop.duckdb");
        byte[] before;
        byte[] log;
        try (Warehouse warehouse = DuckDBCase.file(folder, "shop.duckdb")) {
            Session session = warehouse.open();
            run(session, "create table t (i integer)");
            run(session, "checkpoint");
            run(session, "insert into t values (2)");
            before = Files.readAllBytes(file);
            log = Files.readAllBytes(DatabaseFile.log(file));
        }
        for (int i = log.length / 2; i < log.length; i++) {
            log[i] ^= 0x55;
        }
        Files.write(file, before);
        Files.write(DatabaseFile.log(file), log);
        var refused = refused("shop.duckdb");
        assertEquals(WarehouseError.Kind.UNREADABLE, refused.kind());
        assertTrue(refused.words().startsWith("the write-ahead log of `shop.duckdb` is damaged"), refused.words());
        assertEquals(-1, Arrays.mismatch(log, Files.readAllBytes(DatabaseFile.log(file))));
    }

    @Test
    void keepsAWriteAheadLogWhoseFileIsGone() throws IOException {
        Files.writeString(folder.resolve("shop.duckdb.wal"), "what was written last");
        var refused = refused("shop.duckdb");
        assertEquals(WarehouseError.Kind.UNREADABLE, refused.kind());
        assertTrue(Files.exists(folder.resolve("shop.duckdb.wal")));
        assertFalse(Files.exists(folder.resolve("shop.duckdb")));
    }

    @Test
    void saysWhatIsEncrypted() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("set force_mbedtls_unsafe = true");
            statement.execute("attach '" + folder.resolve("secret.duckdb") + "' as secret (encryption_key 'k')");
            statement.execute("create table secret.t as select 1 as i");
        }
        var refused = refused("secret.duckdb");
        assertEquals(WarehouseError.Kind.UNREADABLE, refused.kind());
        assertTrue(refused.words().startsWith("`secret.duckdb` is encrypted\n"), refused.words());
        assertEquals("secret.duckdb", refused.place().orElseThrow().text());
    }

    @Test
    void saysThatTheFolderIsMissing() {
        var refused = refused("warehouse/shop.duckdb");
        assertEquals(WarehouseError.Kind.UNREACHABLE, refused.kind());
        assertEquals("the folder of warehouse/shop.duckdb does not exist", refused.words());
    }

    @Test
    void takesNoFolderForAFile() throws IOException {
        Files.createDirectory(folder.resolve("shop.duckdb"));
        assertEquals(WarehouseError.Kind.UNREADABLE, refused("shop.duckdb").kind());
    }

    @Test
    void reopensAfterEverything() {
        try (Warehouse warehouse = DuckDBCase.file(folder, "shop.duckdb")) {
            Session first = warehouse.open();
            run(first, "create table t as select 1 as i");
            warehouse.facet(EngineRestart.class).orElseThrow().restart();
            assertThrows(WarehouseError.class, () -> query(first, "select 1"));
            assertEquals(1, query(warehouse.open(), "select i from t").number());
        }
    }

    @Test
    void attachesOtherDatabasesAndAppliesSettings() throws IOException {
        Files.write(folder.resolve("raw.duckdb"), database());
        String output = """
            type: duckdb
            path: shop.duckdb
            attach:
              - {path: raw.duckdb, alias: sources, read_only: true}
            settings: {memory_limit: 300MB, preserve_insertion_order: false, threads: 1}
            """;
        try (Warehouse warehouse = DuckDBCase.of(output, folder)) {
            Session session = warehouse.open();
            assertEquals(
                    1000,
                    query(session, "select count(*) from sources.main.numbers").number());
            assertEquals(
                    "286.1 MiB",
                    query(session, "select current_setting('memory_limit')").value(0, 0));
            assertEquals(
                    false,
                    query(session, "select current_setting('preserve_insertion_order')")
                            .value(0, 0));
            var refused = assertThrows(WarehouseError.class, () -> run(session, "drop table sources.main.numbers"));
            assertTrue(refused.words().contains("read-only"), refused.words());
        }
    }

    /** Declared as {@code EXTERNAL_FILES}: a model reads and a hook writes files by DuckDB's own words, in the form of either. */
    @Test
    void readsAndWritesFiles() {
        try (Warehouse warehouse = DuckDBCase.inMemory();
                Session session = warehouse.open()) {
            for (String form : new String[] {"parquet", "csv", "json"}) {
                String file = warehouse
                        .dialect()
                        .literal(folder.resolve("it's numbers." + form).toString());
                run(session, "copy (select range as i from range(1000)) to " + file + " (format " + form + ")");
                assertEquals(
                        499500,
                        query(session, "select sum(i)::bigint from " + file).number(),
                        form);
            }
        }
    }

    private WarehouseError refused(String name) {
        try (Warehouse warehouse = DuckDBCase.file(folder, name)) {
            return assertThrows(WarehouseError.class, warehouse::open);
        }
    }

    private byte[] database() throws IOException {
        try (Warehouse warehouse = DuckDBCase.file(folder, "sound.duckdb")) {
            run(warehouse.open(), "create table numbers as select range as i from range(1000)");
        }
        return Files.readAllBytes(folder.resolve("sound.duckdb"));
    }
}
