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

/** A leftover that cannot be dropped stops no run, is named, and goes when it can. */
class UnremovedRelationsTest {

    private static final String CANDIDATE = "dev__assay_candidate.t";

    @TempDir
    private Path folder;

    private PostgresShop shop;

    @BeforeEach
    void begin() {
        shop = new PostgresShop(folder);
        build(1);
        shop.execute(
                "create schema x",
                "create table dev__assay_retired.t as select 0 as v",
                "create index t_i on dev__assay_retired.t (v)",
                "create index t_i on dev.t (v)");
    }

    private UserProject.Said build(int version) {
        shop.model("t", TABLE + "select " + version + " as v");
        UserProject.Said said = shop.assay("build").ends(0);
        assertEquals(version + "", shop.one("select v from dev.t"));
        return said;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "create table x.c (old dev__assay_retired.t)|column x.c.old of role postgres|drop table x.c",
                "create table x.c (old dev__assay_retired.t[])|column x.c.old of role postgres|drop table x.c",
                "create domain x.d as dev__assay_retired.t|type x.d of role postgres|drop domain x.d",
                "create table x.child () inherits (dev__assay_retired.t)|inheriting table x.child of role"
                        + " postgres|drop table x.child",
                "create table x.s (v int); create policy p on x.s using (exists (select from dev__assay_retired.t))"
                        + "|row policy p on x.s of role postgres|drop table x.s",
                "create sequence dev__assay_retired.s; alter sequence dev__assay_retired.s owned by"
                        + " dev__assay_retired.t.v; create table x.u (n int default"
                        + " nextval('dev__assay_retired.s'))|default value for x.u.n of role postgres|drop table x.u",
                "alter extension plpgsql add table dev__assay_retired.t|extension plpgsql of role postgres"
                        + "|alter extension plpgsql drop table dev__assay_retired.t",
                "create view x.seen as select v from dev__assay_retired.t|view x.seen of role postgres|drop view"
                        + " x.seen",
            })
    void itIsNamedAndSetAside(String setup, String named, String remedy) {
        shop.execute(setup.split(";"));
        String oid = shop.one("select 'dev__assay_retired.t'::regclass::oid");
        for (int version = 2; version <= 4; version++) {
            String said = build(version).err();
            assertTrue(said.contains("dev__assay_retired.leftover_" + oid), said);
            assertTrue(said.contains(named), said);
            assertTrue(said.contains("drop table \"dev__assay_retired\".\"leftover_" + oid + "\" cascade"), said);
        }
        assertEquals(List.of("dev__assay_retired.leftover_" + oid), shop.leftovers());
        shop.execute(remedy.replace("retired.t", "retired.leftover_" + oid));
        build(5);
        assertEquals(List.of(), shop.leftovers());
    }

    @Test
    void aServerThatForbidsDropsStopsNoRun() {
        shop.execute(
                "create function x.no() returns event_trigger language plpgsql as"
                        + " 'begin raise exception ''nothing is dropped here''; end'",
                "create event trigger no on ddl_command_start when tag in ('DROP TABLE') execute function x.no()");
        for (int version = 2; version <= 3; version++) {
            String said = build(version).err();
            assertTrue(said.contains("nothing is dropped here"), said);
        }
        shop.execute("drop event trigger no");
        build(4);
        assertEquals(List.of(), shop.leftovers());
    }

    private void hold() {
        shop.file("tests/fails.sql", "select * from ${ref(\"t\")} where v < 10");
        shop.model("t", TABLE + "select 2 as v");
        shop.assay("build").ends(1);
        assertEquals(List.of("2"), shop.rows("select v from " + CANDIDATE));
    }

    @Test
    void aViewOnAHeldCandidateStopsNoRun() {
        hold();
        shop.execute("create view x.seen as select v from " + CANDIDATE);
        String said = build(11).err();
        assertTrue(said.contains("view x.seen of role postgres"), said);
        assertEquals("2", shop.one("select v from x.seen"));
        shop.execute("drop view x.seen");
        build(12);
        assertEquals(List.of(), shop.leftovers());
    }

    /** Its own name is not free, so that this node alone waits for another run. */
    @Test
    void aTransactionThatReadsAHeldCandidateIsNamed() throws SQLException {
        hold();
        shop.model("u", TABLE + "select 5 as v");
        try (var staying = PostgresServer.shared().connect(shop.database(), "postgres")) {
            staying.setAutoCommit(false);
            staying.createStatement().execute("select v from " + CANDIDATE);
            shop.model("t", TABLE + "select 11 as v");
            String said = shop.assay("build").ends(1).err();
            assertTrue(said.contains(CANDIDATE + " is not needed any more, but could not be removed"), said);
            assertTrue(said.contains("of role postgres, which reads " + CANDIDATE), said);
            assertEquals("5", shop.one("select v from dev.u"));
            staying.commit();
        }
        shop.assay("retry").ends(0);
        assertEquals("11", shop.one("select v from dev.t"));
        assertEquals(List.of(), shop.leftovers());
    }

    /** A materialized view and a view that read each other go in the right order, and nothing of others goes with them. */
    @Test
    void aViewOnAHeldMaterializedViewIsKept() {
        String stored = "[@config materialized=\"materialized_view\" /] ";
        shop.model("a", stored + "select 2 as v").model("b", "select v from ${ref(\"a\")}");
        shop.model("c", stored + "select v from ${ref(\"b\")}");
        shop.file("tests/fails.sql", "select v from ${ref(\"a\")} where v < 10");
        shop.assay("build").ends(1);
        shop.execute("create view x.seen as select v from dev__assay_candidate.a");
        shop.model("a", stored + "select 11 as v");
        String said = shop.assay("build").ends(0).err();
        assertTrue(said.contains("view x.seen of role postgres"), said);
        assertEquals("2", shop.one("select v from x.seen"));
        assertEquals("11", shop.one("select v from dev.c"));
        shop.execute("drop view x.seen");
        shop.assay("build").ends(0);
        assertEquals(List.of(), shop.leftovers());
    }

    /** The run has published by then, and does not wait longer than for other leftovers. */
    @Test
    void aTransactionThatReadsAPublishedCandidateDelaysTheRunOnly() throws Exception {
        shop.model("t", "[@config materialized=\"table\" publish_by=\"difference\" /] select 2 as v");
        shop.model("slow", TABLE + "select 1 as v from (select pg_sleep(4)) as slept");
        try (var staying = PostgresServer.shared().connect(shop.database(), "postgres")) {
            staying.setAutoCommit(false);
            var reading = new Thread(() -> {
                while (shop.one("select to_regclass('" + CANDIDATE + "') is null")
                        .equals("t")) {
                    Thread.onSpinWait();
                }
                try {
                    staying.createStatement().execute("lock table " + CANDIDATE + " in access share mode");
                } catch (SQLException refused) {
                    throw new IllegalStateException(refused);
                }
            });
            reading.start();
            String said = shop.assay("build").ends(0).err();
            reading.join();
            assertTrue(said.contains(CANDIDATE + " is not needed any more, but could not be removed"), said);
            assertEquals("2", shop.one("select v from dev.t"));
            staying.rollback();
        }
        build(3);
        assertEquals(List.of(), shop.leftovers());
    }
}
