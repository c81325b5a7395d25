package dev.assay.warehouse.postgres;

import static dev.assay.warehouse.postgres.PostgresShop.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.UserProject.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers whose snapshot is older than the tables that a cut puts in place: none of them finds a table empty unawares. */
class OldSnapshotsTest {

    @TempDir
    private Path folder;

    private PostgresShop shop;

    @BeforeEach
    void begin() {
        shop = new PostgresShop(folder).base(1);
        shop.assay("build").ends(0);
        shop.base(2);
    }

    private void says(String part, String whole) {
        assertTrue(whole.contains(part), whole);
    }

    @Test
    void aTransactionThatKeepsItsSnapshotHoldsThePublication() throws SQLException {
        shop.profile("user: postgres, publish_wait: 1");
        try (var reader = PostgresServer.shared().connect(shop.database(), "postgres");
                var statement = reader.createStatement()) {
            statement.execute("begin isolation level repeatable read; select 1");
            String said = shop.assay("build").ends(1).err();
            says("error[publication-blocked]", said);
            says("still keep a snapshot that is older than the new tables", said);
            try (var rows = statement.executeQuery("select v from dev.base")) {
                assertTrue(rows.next());
                assertEquals(1, rows.getInt(1));
            }
            statement.execute("commit");
        }
        shop.assay("retry").ends(0);
        assertEquals("2", shop.one("select v from dev.base"));
    }

    /** What has no right to read them cannot find them empty, and a snapshot that is younger sees the new rows. */
    @Test
    void othersAreNotWaitedFor() throws SQLException {
        String stranger = "stranger_" + shop.database();
        shop.execute("create role " + stranger + " login");
        shop.profile("user: postgres, publish_wait: 1");
        try (var reader = PostgresServer.shared().connect(shop.database(), stranger);
                var idle = PostgresServer.shared().connect(shop.database(), "postgres");
                var statement = reader.createStatement();
                var waits = idle.createStatement()) {
            statement.execute("begin isolation level repeatable read; select 1");
            waits.execute("begin; select 1");
            // The driver keeps the cursor of a query, and its snapshot with it, until the next statement.
            waits.execute("set local lock_timeout = 0");
            shop.assay("build").ends(0);
        }
        assertEquals("2", shop.one("select v from dev.base"));
    }

    @Test
    void aLongStatementDelaysThePublicationForAWhileAndIsNamed() throws InterruptedException {
        shop.profile("user: postgres, publish_wait: 2");
        var reader = reader("select count(*) from (select pg_sleep(6)) as slept");
        String said = shop.assay("build").ends(0).err();
        says("published although a reader has an older snapshot", said);
        reader.join();
        shop.base(3).profile("user: postgres, publish_wait: 2, publish_snapshots: strict");
        reader = reader("select count(*) from (select pg_sleep(6)) as slept");
        says("error[publication-blocked]", shop.assay("build").ends(1).err());
        reader.join();
        assertEquals("2", shop.one("select v from dev.base"));
    }

    private Thread reader(String sql) throws InterruptedException {
        var reader = new Thread(() -> shop.one(sql));
        reader.start();
        await("select count(*) from pg_stat_activity where state = 'active' and query = '" + sql + "'");
        return reader;
    }

    private void await(String query) throws InterruptedException {
        for (int i = 0; i < 400 && shop.one(query).equals("0"); i++) {
            Thread.sleep(25);
        }
    }

    /** It waits for a lock elsewhere while a build comes by; the dump has to hold the rows of before or of after. */
    @Test
    void aBackupIsNeverEmpty() throws Exception {
        shop.execute("create table public.zzz as select 1 as z");
        shop.profile("user: postgres, publish_wait: 2");
        Path dump = folder.resolve("dump.sql");
        Said said;
        Process backup;
        try (var other = PostgresServer.shared().connect(shop.database(), "postgres");
                var statement = other.createStatement()) {
            statement.execute("begin; lock table public.zzz in access exclusive mode");
            backup = dump(dump);
            await("select count(*) from pg_stat_activity where application_name = 'pg_dump'"
                    + " and wait_event_type = 'Lock' and datname = current_database()");
            said = shop.assay("build");
        }
        assertEquals(0, backup.waitFor());
        says("error[publication-blocked]", said.ends(1).err());
        says("(pg_dump)", said.err());
        says("COPY dev.base (v) FROM stdin;\n1\n", Files.readString(dump));
        assertFalse(Files.readString(dump).contains("FROM stdin;\n\\."));
        shop.assay("retry").ends(0);
        assertEquals("2", shop.one("select v from dev.base"));
    }

    private Process dump(Path file) throws IOException {
        return new ProcessBuilder(
                        PostgresServer.shared().program("pg_dump"),
                        "-h",
                        "127.0.0.1",
                        "-p",
                        String.valueOf(PostgresServer.shared().port()),
                        "-U",
                        "postgres",
                        "-a",
                        "-n",
                        "dev",
                        "-n",
                        "public",
                        shop.database())
                .redirectErrorStream(true)
                .redirectOutput(file.toFile())
                .start();
    }

    @Test
    void aCutThatMixesIsRefusedWhereTheOutputAsksForIt() {
        shop.model("other", TABLE + "select 1 as v").assay("build").ends(0);
        shop.execute(
                "create function dev.note() returns trigger language plpgsql as 'begin return null; end'",
                "create trigger noted after insert on dev.other execute function dev.note()");
        shop.base(3).model("other", TABLE + "select 2 as v");
        shop.profile("user: postgres, publish_mixed: hold");
        String said = shop.assay("build").ends(1).err();
        says("error[publication-blocked]", said);
        says("replaced: dev.base", said);
        says("by difference: dev.other", said);
        shop.profile("user: postgres").assay("retry").ends(0);
        assertEquals("3|2", shop.one("select base.v, other.v from dev.base, dev.other"));
    }

    /** Its snapshot may hold rows that the hook has taken away before the tests. */
    @Test
    void aTableThatAHookHasChangedIsNeverPublishedOverAnOlderSnapshot() throws InterruptedException {
        shop.model(
                "base",
                "[@config materialized=\"table\" post_hook=[\"delete from ${this} where v < 0\"] /]"
                        + " select v from (values (-1), (2)) as made (v)");
        shop.profile("user: postgres, publish_wait: 1");
        var reader = reader("select count(*) from (select pg_sleep(6)) as slept");
        says("error[publication-blocked]", shop.assay("build").ends(1).err());
        reader.join();
        assertEquals("1", shop.one("select v from dev.base"));
        // What ran on a candidate of an earlier run is not known any more.
        reader = reader("select count(*) from (select pg_sleep(6)) as slept");
        says("error[publication-blocked]", shop.assay("retry").ends(1).err());
        reader.join();
        shop.assay("retry").ends(0);
        assertEquals("2", shop.one("select v from dev.base"));
    }

    private void pricesByDifference() {
        shop.profile("user: postgres, publish_wait: 1");
        shop.model("prices", byDifference(5)).model("shown", "select v as price from ${ref(\"prices\")}");
        shop.assay("build").ends(0);
        shop.model("prices", byDifference(500));
    }

    private static String byDifference(int value) {
        return "[@config materialized=\"table\" publish_by=\"difference\" /] select " + value + " as v";
    }

    /** It would read the new SQL over the old rows. */
    @Test
    void aViewWithOtherSqlBesideADifferenceWaitsForOlderSnapshots() throws SQLException {
        pricesByDifference();
        shop.model("shown", "select v / 100 as price from ${ref(\"prices\")}");
        try (var reader = PostgresServer.shared().connect(shop.database(), "postgres");
                var statement = reader.createStatement()) {
            statement.execute("begin isolation level repeatable read; select 1");
            String said =
                    shop.assay("build", "--select", "prices", "shown").ends(1).err();
            says("error[publication-blocked]", said);
            says("or see rows that no test has seen", said);
            try (var rows = statement.executeQuery("select price from dev.shown")) {
                assertTrue(rows.next());
                assertEquals(5, rows.getInt(1));
            }
            statement.execute("commit");
        }
        shop.assay("retry").ends(0);
        assertEquals("5", shop.one("select price from dev.shown"));
        assertEquals("500", shop.one("select v from dev.prices"));
    }

    /** The same, where readers may find the view only after the cut. */
    @Test
    void aNewViewBesideADifferenceWaitsForOlderSnapshots() throws SQLException {
        pricesByDifference();
        shop.model("added", "select v / 100 as price from ${ref(\"prices\")}");
        try (var reader = PostgresServer.shared().connect(shop.database(), "postgres");
                var statement = reader.createStatement()) {
            statement.execute("begin isolation level repeatable read; select 1");
            says(
                    "error[publication-blocked]",
                    shop.assay("build", "--select", "prices", "added").ends(1).err());
        }
        shop.assay("retry").ends(0);
    }

    /** An older snapshot sees the old rows through the view, as before. */
    @Test
    void aViewWhoseSqlStayedBesideADifferenceWaitsForNobody() throws SQLException {
        pricesByDifference();
        try (var reader = PostgresServer.shared().connect(shop.database(), "postgres");
                var statement = reader.createStatement()) {
            statement.execute("begin isolation level repeatable read; select 1");
            shop.profile("user: postgres, publish_wait: 1, publish_snapshots: strict, publish_mixed: hold");
            shop.assay("build", "--select", "prices", "shown").ends(0);
            try (var rows = statement.executeQuery("select price from dev.shown")) {
                assertTrue(rows.next());
                assertEquals(5, rows.getInt(1));
            }
        }
        assertEquals("500", shop.one("select price from dev.shown"));
    }

    /** EXECUTE takes its snapshot before it waits for the lock on the view. */
    @Test
    void aViewWithOtherSqlBesideADifferenceIsAMixedCut() {
        pricesByDifference();
        shop.model("shown", "select v / 100 as price from ${ref(\"prices\")}");
        shop.profile("user: postgres, publish_mixed: hold");
        String said = shop.assay("build", "--select", "prices", "shown").ends(1).err();
        says("replaced: dev.shown", said);
        says("by difference: dev.prices", said);
    }

    /** The server cannot tell BEGIN and a first statement right after it from a single statement. */
    @Test
    void strictHoldsForARepeatableReadWhoseFirstStatementIsLong() throws SQLException, InterruptedException {
        shop.profile("user: postgres, publish_wait: 1, publish_snapshots: strict");
        try (var reader = PostgresServer.shared().connect(shop.database(), "postgres");
                var statement = reader.createStatement()) {
            statement.execute("begin isolation level repeatable read");
            var first = new Thread(() -> run(statement, "select pg_sleep(6)"));
            first.start();
            await("select count(*) from pg_stat_activity where state = 'active' and query = 'select pg_sleep(6)'");
            says("error[publication-blocked]", shop.assay("build").ends(1).err());
            first.join();
            try (var rows = statement.executeQuery("select v from dev.base")) {
                assertTrue(rows.next());
                assertEquals(1, rows.getInt(1));
            }
        }
    }

    private static void run(Statement statement, String sql) {
        try {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Workers of the run itself read older rows for as long as they build. */
    @Test
    void theRunDoesNotWaitForItself() {
        shop.profile("user: postgres, publish_wait: 1, publish_snapshots: strict");
        shop.model("slow", TABLE + "select 1 as v from (select pg_sleep(4)) as slept");
        shop.assay("build", "--publish", "each").ends(0);
        assertEquals("2", shop.one("select v from dev.base"));
    }
}
