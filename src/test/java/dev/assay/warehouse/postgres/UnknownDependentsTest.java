package dev.assay.warehouse.postgres;

import static dev.assay.warehouse.postgres.PostgresShop.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.UserProject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A table on which something depends that a swap cannot carry along stays itself: nothing is swapped from under anyone. */
class UnknownDependentsTest {

    @TempDir
    private Path folder;

    private PostgresShop shop;
    private String oid;

    @BeforeEach
    void begin() {
        shop = new PostgresShop(folder);
        build(1);
        oid = oid();
        shop.execute("create schema x");
    }

    private UserProject.Said build(int version) {
        shop.model("t", TABLE + "select " + version + " as v union all select 7");
        return shop.assay("build").ends(0);
    }

    private String oid() {
        return shop.one("select 'dev.t'::regclass::oid");
    }

    /** Twice, since a first swap may leave behind what stops the second. */
    private void requireItStays() {
        for (int version = 2; version <= 3; version++) {
            String said = build(version).err();
            assertTrue(said.contains("published by difference instead of a swap: dev.t because of "), said);
            assertEquals(List.of(version + "", "7"), shop.rows("select v from only dev.t order by 1"));
        }
        assertEquals(oid, oid());
        assertEquals(List.of(), shop.leftovers());
    }

    @Test
    void aPartitionStaysInItsTable() {
        shop.execute(
                "create table x.whole (v int) partition by range (v)",
                "create table x.more partition of x.whole for values from (100) to (200)",
                "insert into x.whole values (100)",
                "alter table x.whole attach partition dev.t for values from (0) to (100)");
        requireItStays();
        assertEquals(List.of("3", "7", "100"), shop.rows("select v from x.whole order by 1"));
    }

    @Test
    void aTableThatInheritsFromAnotherStaysInIt() {
        shop.execute(
                "create table x.parent (v int)",
                "insert into x.parent values (0)",
                "alter table dev.t inherit x.parent");
        requireItStays();
        assertEquals(List.of("0", "3", "7"), shop.rows("select v from x.parent order by 1"));
    }

    /** The rows of both lie at the same places in their files: only those of the table itself are compared. */
    @Test
    void rowsOfATableThatInheritsAreNotTouched() {
        shop.execute("create table x.child () inherits (dev.t)", "insert into x.child values (1), (50), (51)");
        requireItStays();
        assertEquals(List.of("1", "3", "7", "50", "51"), shop.rows("select v from dev.t order by 1"));
    }

    /** Readers of the table see them, and no test has. */
    @Test
    void rowsOfATableThatInheritsAreNotCalledProven() {
        shop.yaml("models: [{name: t, columns: [{name: v, data_tests: [not_null]}]}]\n");
        shop.model("vw", "select v from ${ref(\"t\")}");
        build(1);
        shop.execute("create table x.child () inherits (dev.t)", "insert into x.child values (null)");
        requireUnproven(shop.assay("status").ends(0).out());
        String said = build(2).err();
        assertTrue(said.contains("Unproven t (shows rows of inheriting tables), vw (shows t)"), said);
        assertTrue(!said.contains("changed-by-hand"), said);
        requireUnproven(shop.assay("status").ends(0).out());
        shop.assay("test");
        requireUnproven(shop.assay("status").ends(0).out());
        shop.execute("drop table x.child");
        build(3);
        String status = shop.assay("status").ends(0).out();
        assertTrue(!status.contains("unproven"), status);
    }

    private static void requireUnproven(String status) {
        assertTrue(status.contains("shows rows of inheriting tables"), status);
        assertTrue(!status.contains("| proven"), status);
    }

    @Test
    void aPolicyOfAnotherTableReadsWhatIsPublished() throws SQLException {
        String sees = "sees_" + shop.database();
        shop.execute(
                "create role " + sees + " login",
                "create table x.secret (v int)",
                "insert into x.secret values (1), (2), (3)",
                "alter table x.secret enable row level security",
                "grant usage on schema x, dev to " + sees,
                "grant select on x.secret, dev.t to " + sees,
                "create policy p on x.secret using (exists (select from dev.t where t.v = secret.v))");
        requireItStays();
        try (var session = PostgresServer.shared().connect(shop.database(), sees);
                var rows = session.createStatement().executeQuery("select min(v) from x.secret")) {
            rows.next();
            assertEquals(3, rows.getInt(1));
        }
    }

    @Test
    void aPublicationOfItsSchemaGoesOn() {
        shop.requireServer(15, "Postgres 14 publishes no schemas");
        shop.execute("alter table dev.t replica identity full", "create publication p for tables in schema dev");
        requireItStays();
        assertEquals("dev.t", shop.one("select schemaname || '.' || tablename from pg_publication_tables"));
    }

    /** The server's own hint names one way only, and not the table. */
    @ParameterizedTest
    @ValueSource(strings = {"for all tables", "for table dev.t"})
    void aPublicationWithoutReplicaIdentityIsHeldWithARemedy(String tables) {
        shop.execute("create publication p " + tables);
        shop.model("t", TABLE + "select 2 as v union all select 7");
        String said = shop.assay("build").ends(1).err();
        String remedy = "alter table \"dev\".\"t\" replica identity full";
        assertTrue(said.contains("`" + remedy + "`"), said);
        shop.execute(remedy);
        shop.assay("retry").ends(0);
        requireItStays();
    }

    /** What logical replication needs: a unique index of columns that are never null. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "create unique index i on dev.t (v); alter table dev.t replica identity using index i",
                "alter table dev.t add primary key (v)",
                "alter table dev.t alter v add generated by default as identity",
                "alter table dev.t alter v add generated always as identity",
                "create table x.whole (v int not null) partition by range (v); alter table x.whole attach partition"
                        + " dev.t for values from (0) to (100)"
            })
    void notNullThatTheTableNeedsStays(String setup) {
        shop.requireServer(15, "Postgres 14 filters nothing");
        shop.execute("alter table dev.t alter v set not null");
        shop.execute(setup.split("; "));
        shop.execute("create publication p for table dev.t where (v > 0)");
        if (!setup.contains("index") && !setup.contains("primary key")) {
            shop.execute("alter table dev.t replica identity full");
        }
        requireItStays();
        assertEquals(
                "t", shop.one("select attnotnull from pg_attribute where attrelid = 'dev.t'::regclass and attnum = 1"));
    }

    /** The server's hint does not fit: the table may have a key, which does not cover these columns. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "where (w > '')|alter table \"dev\".\"k\" replica identity full",
                "(w)|alter publication … set table \"dev\".\"k\" (…)"
            })
    void aPublicationWithOtherColumnsThanTheReplicaIdentityIsHeldWithARemedy(String filter, String remedy) {
        shop.requireServer(15, "Postgres 14 filters nothing");
        shop.model("k", TABLE + "select 1 as v, 'a' as w");
        shop.assay("build").ends(0);
        shop.execute("alter table dev.k add primary key (v)", "create publication p for table dev.k " + filter);
        shop.model("k", TABLE + "select 2 as v, 'a' as w");
        String said = shop.assay("build").ends(1).err();
        assertTrue(said.contains("`" + remedy + "`"), said);
        assertTrue(!said.contains("primary_key"), said);
        assertEquals("1", shop.one("select v from dev.k"));
        shop.execute(remedy.replaceFirst("…", "p").replace("…", "v, w"));
        shop.assay("retry").ends(0);
        assertEquals("2", shop.one("select v from dev.k"));
    }

    @Test
    void aViewThatBecomesATableUnderAStrangersViewIsCalledSo() {
        shop.model("vw", "select v from ${ref(\"t\")}");
        build(1);
        shop.execute("create view x.on_view as select v from dev.vw");
        shop.model("vw", TABLE + "select v from ${ref(\"t\")}");
        String said = shop.assay("build").ends(1).err();
        assertTrue(said.contains("view x.on_view of role postgres stands on it, and it becomes a table"), said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "create table x.c (old dev.t)",
                "create table x.c (old dev.t[])",
                "create domain x.d as dev.t",
                "create function x.f(dev.t) returns int language sql as 'select 1'",
                "create sequence dev.s; alter sequence dev.s owned by dev.t.v; create table x.u (n int default"
                        + " nextval('dev.s'))",
                "create view x.whole as select t from dev.t",
                "create materialized view x.m as select v from dev.t",
                "alter table dev.t enable row level security",
                "create rule r as on insert to dev.t do also select 1",
                "create table x.u (v int primary key); insert into x.u select generate_series(1, 9);"
                        + " alter table dev.t add foreign key (v) references x.u",
            })
    void itStaysItselfBecauseOf(String setup) {
        shop.execute(setup.split(";"));
        requireItStays();
    }

    @Test
    void aTemporaryViewOfOurOwnRoleBlocksNothing() throws SQLException {
        try (var session = PostgresServer.shared().connect(shop.database(), "postgres");
                var statement = session.createStatement()) {
            statement.execute("create temporary view mine as select v from dev.t");
            requireItStays();
            try (var rows = statement.executeQuery("select max(v), min(v) from mine")) {
                rows.next();
                assertEquals(List.of(7, 3), List.of(rows.getInt(1), rows.getInt(2)));
            }
        }
        build(4);
        assertTrue(!oid.equals(oid()), "nothing depends on it any more");
    }

    @Test
    void whatCannotStayItselfIsHeldByName() {
        shop.execute("create table x.c (old dev.t)");
        shop.model("t", TABLE + "select 1 as v, 2 as w");
        String said = shop.assay("build").ends(1).err();
        assertTrue(said.contains("column x.c.old of role postgres stands on it"), said);
        assertEquals(List.of("1", "7"), shop.rows("select v from dev.t order by 1"));
    }
}
