package dev.assay.warehouse.postgres;

import static dev.assay.warehouse.postgres.PostgresShop.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What others have made over published relations survives a cut, or stops it by name. */
class DependentsTest {

    @TempDir
    private Path folder;

    private PostgresShop shop;

    @BeforeEach
    void begin() {
        shop = new PostgresShop(folder).base(1);
        shop.model("beside", TABLE + "select 1 as v");
        shop.assay("build").ends(0);
    }

    private void next(int value) {
        shop.base(value);
        shop.model("beside", TABLE + "select " + value + " as v");
    }

    @Test
    void aStrangersViewGoesAlongWithAllThatItHas() {
        shop.execute(
                "create role ann_" + shop.database(),
                "create role reader_" + shop.database(),
                "create schema reports authorization ann_" + shop.database(),
                "grant usage on schema dev to ann_" + shop.database(),
                "grant select on dev.base to ann_" + shop.database(),
                "create view reports.daily with (security_barrier) as select v, v * 2 as w from dev.base",
                "create view reports.over as select w from reports.daily",
                "alter view reports.daily owner to ann_" + shop.database(),
                "grant select on reports.daily to reader_" + shop.database(),
                "comment on view reports.daily is 'by ann'");
        String oid = shop.one("select 'reports.daily'::regclass::oid");
        for (int build = 2; build <= 3; build++) {
            next(build);
            shop.assay("build").ends(0);
            assertEquals(build * 2 + "", shop.one("select w from reports.over"));
        }
        assertEquals(
                "ann_" + shop.database() + "|{security_barrier=true}|by ann|" + oid,
                shop.one("select pg_get_userbyid(relowner), reloptions, obj_description(oid), oid from pg_class"
                        + " where oid = 'reports.daily'::regclass"));
        assertEquals(
                "t|t",
                shop.one("select has_table_privilege('reader_" + shop.database() + "', 'reports.daily', 'select'),"
                        + " has_table_privilege('ann_" + shop.database() + "', 'dev.base', 'select')"));
        assertEquals(List.of(), shop.leftovers());
    }

    @Test
    void aViewOverAColumnThatWentHoldsItsTableByName() {
        shop.execute("create schema reports", "create view reports.daily as select v from dev.base");
        shop.model("base", TABLE + "select 2 as other");
        shop.model("beside", TABLE + "select 2 as v");
        String said = shop.assay("build").ends(1).err();
        assertTrue(said.contains("view reports.daily of role postgres stands on it"), said);
        assertEquals("1", shop.one("select v from reports.daily"));
        assertEquals("2", shop.one("select v from dev.beside"));
        assertEquals("1", shop.one("select v from dev.base"));
    }

    @Test
    void whatCannotGoAlongMakesTheTableStayItself() {
        shop.execute("create materialized view dev.stored as select v from dev.base");
        String oid = shop.one("select 'dev.base'::regclass::oid");
        shop.model("base", TABLE + "select * from (values (1), (1), (2), (null)) as t (v)");
        shop.assay("build").ends(0);
        assertEquals(List.of("1", "1", "2", "null"), shop.rows("select v from dev.base order by 1"));
        shop.model("base", TABLE + "select * from (values (1), (3)) as t (v)");
        shop.assay("build").ends(0);
        assertEquals(List.of("1", "3"), shop.rows("select v from dev.base order by 1"));
        assertEquals(oid, shop.one("select 'dev.base'::regclass::oid"));
        assertEquals(List.of(), shop.leftovers());
    }

    @Test
    void whatNeitherWayCanDoHoldsItsNodeByName() {
        shop.execute("alter table dev.base add primary key (v)");
        shop.execute("create table dev.child (v int references dev.base (v))", "insert into dev.child values (1)");
        next(2);
        shop.model("after", TABLE + "select v from ${ref(\"base\")}");
        String said = shop.assay("build").ends(1).err();
        assertTrue(said.contains("refused to publish `base`"), said);
        assertTrue(said.contains("violates foreign key constraint \"child_v_fkey\""), said);
        assertEquals("1|2", shop.one("select b.v, c.v from dev.base b, dev.beside c"));
        shop.model("base", "[@config materialized=\"table\" publish_by=\"swap\" /] select 1 as v");
        said = shop.assay("build").ends(1).err();
        assertTrue(said.contains("foreign key dev.child.child_v_fkey of role postgres stands on it"), said);
        shop.model("base", TABLE + "select 1 as v, 'more' as w");
        said = shop.assay("build").ends(1).err();
        assertTrue(said.contains("foreign key dev.child.child_v_fkey of role postgres stands on it"), said);
        shop.execute("drop table dev.child");
        shop.assay("retry").ends(0);
        assertEquals("1|more", shop.one("select v, w from dev.base"));
        assertEquals(List.of(), shop.leftovers());
    }

    @Test
    void aTableCanBeToldToStayItself() {
        String oid = shop.one("select 'dev.base'::regclass::oid");
        shop.model("base", "[@config materialized=\"table\" publish_by=\"difference\" /] select 5 as v");
        shop.assay("build").ends(0);
        assertEquals(oid + "|5", shop.one("select 'dev.base'::regclass::oid, v from dev.base"));
        assertEquals(List.of(), shop.leftovers());
    }

    /** Rows would go into the wrong columns. */
    @Test
    void aTableThatStaysItselfTakesInNoOtherColumns() {
        String stays = "[@config materialized=\"table\" publish_by=\"difference\" /] ";
        shop.model("base", TABLE + "select 1 as v, 7 as w");
        shop.assay("build").ends(0);
        for (String other : List.of(
                "7 as w, 1 as v", "1 as v, 7 as x", "1 as v, 7::bigint as w", "1 as v", "1 as v, 7 as w, 8 as x")) {
            shop.model("base", stays + "select " + other);
            String said = shop.assay("build").ends(1).err();
            assertTrue(said.contains("`base` cannot be published: its columns are other ones now"), said);
            assertEquals("1|7", shop.one("select v, w from dev.base"));
        }
        shop.model("base", stays.replace("difference", "swap") + "select 7 as w, 1 as v");
        shop.assay("build").ends(0);
        assertEquals("1|7", shop.one("select v, w from dev.base"));
    }

    @Test
    void viewsOfOursChangeTheirColumnsTogether() {
        shop.model("low", "select v, 1 as w from ${ref(\"base\")}");
        shop.model("high", "select v, w from ${ref(\"low\")}");
        shop.assay("build").ends(0);
        shop.execute("create role sees_" + shop.database(), "grant select on dev.high to sees_" + shop.database());
        shop.model("low", "select 'x' as w, v from ${ref(\"base\")}");
        shop.assay("build").ends(0);
        assertEquals("1|x", shop.one("select v, w from dev.high"));
        assertEquals("t", shop.one("select has_table_privilege('sees_" + shop.database() + "', 'dev.high', 'select')"));
    }

    @Test
    void aReaderThatStaysDelaysTheCutAndNotOtherReaders() throws SQLException, InterruptedException {
        next(2);
        try (var staying = PostgresServer.shared().connect(shop.database(), "postgres");
                var other = PostgresServer.shared().connect(shop.database(), "postgres")) {
            staying.setAutoCommit(false);
            staying.createStatement().execute("select v from dev.base");
            // The driver keeps the cursor of a query, and its snapshot with it, until the next statement.
            staying.createStatement().execute("set local lock_timeout = 0");
            var said = new AtomicReference<String>();
            var build = new Thread(() -> said.set(shop.assay("build").ends(0).text()));
            build.start();
            long longest = 0;
            long end = System.nanoTime() + 6_000_000_000L;
            while (System.nanoTime() < end) {
                long began = System.nanoTime();
                try (var statement = other.createStatement();
                        var rows = statement.executeQuery("select v from dev.base")) {
                    rows.next();
                    assertEquals(1, rows.getInt(1));
                }
                longest = Math.max(longest, System.nanoTime() - began);
                Thread.sleep(2);
            }
            assertTrue(longest < 1_900_000_000L, "a reader waited " + longest / 1_000_000 + " ms");
            staying.commit();
            build.join();
            assertTrue(said.get().contains("the publication waits for process "), said.get());
            assertTrue(said.get().contains("of role postgres, which reads dev.base since "), said.get());
        }
        assertEquals("2", shop.one("select v from dev.base"));
    }

    @Test
    void aReaderThatStaysTooLongIsNamed() throws SQLException {
        next(2);
        shop.profile("user: postgres, publish_wait: 1");
        try (var staying = PostgresServer.shared().connect(shop.database(), "postgres")) {
            staying.setAutoCommit(false);
            staying.createStatement().execute("select v from dev.base");
            // The driver keeps the cursor of a query, and its snapshot with it, until the next statement.
            staying.createStatement().execute("set local lock_timeout = 0");
            String said = shop.assay("build").ends(1).err();
            assertTrue(said.contains("nothing can be published: in "), said);
            assertTrue(said.contains("s there was no moment without readers"), said);
            assertTrue(said.contains("of role postgres, which reads dev.base since "), said);
            assertEquals("1", shop.one("select v from dev.base"));
            staying.commit();
        }
        shop.assay("retry").ends(0);
        assertEquals("2", shop.one("select v from dev.base"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        dev.base as o(a, b)                                      | select 5 as w, 2 as v               | a, b
        dev.base as "o o"(a, b)                                  | select 5 as w, 2 as v               | a, b
        (dev.base join dev.other using (v)) as j(a, b, c)        | select 2 as v, 5 as w, 7 as more    | a, b, c
        (dev.base cross join dev.other) as "j }"(a, b, c)        | select 2 as v, 5 as w, 7 as more    | a, b, c
        (dev.other full join dev.more using (v)) cross join dev.base | select 5 as w, 2 as v           | base.v, w
        """)
    void aViewThatNamesColumnsByPositionHoldsATableWithOtherColumns(String from, String next, String columns) {
        shop.model("base", TABLE + "select 2 as v, 5 as w");
        shop.assay("build").ends(0);
        shop.execute(
                "create schema bi",
                "create table dev.other as select 2 as v, 6 as u",
                "create table dev.more as select 2 as v",
                "create view bi.al as select " + columns + " from " + from);
        String before = shop.one("select * from bi.al");
        shop.model("base", TABLE + next);
        String said = shop.assay("build").ends(1).err();
        assertTrue(said.contains("view bi.al of role postgres stands on it and names columns by their position"), said);
        assertEquals(before, shop.one("select * from bi.al"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select a, b from dev.base as o(a, b)",
                "select v as a, w as b from dev.base cross join generate_series(1, 1) as g(n)",
                "select s.a, s.b from (select v, w from dev.base) as s(a, b)"
            })
    void aNewLastColumnChangesNoNameOfItsOwn(String view) {
        shop.model("base", TABLE + "select 2 as v, 5 as w");
        shop.assay("build").ends(0);
        shop.execute("create schema bi", "create view bi.al as " + view);
        shop.model("base", TABLE + "select 3 as v, 6 as w, 7 as more");
        shop.assay("build").ends(0);
        assertEquals("3|6", shop.one("select a, b from bi.al"));
    }

    @Test
    void aViewThatAssayHasLeftNamesPrune() {
        shop.model("under", "select 1 as id");
        shop.model("m", "[@config materialized=\"view\" schema=\"x\" /] select id from ${ref(\"under\")}");
        shop.assay("build").ends(0);
        shop.model("m", "[@config materialized=\"view\" schema=\"y\" /] select id from ${ref(\"under\")}");
        shop.model("under", TABLE + "select 2 as id");
        String said = shop.assay("build").ends(1).err();
        assertTrue(said.contains("`assay prune` removes it"), said);
        shop.assay("prune", "--yes").ends(0);
        shop.assay("build").ends(0);
        assertEquals("2", shop.one("select id from dev_y.m"));
    }

    @Test
    void theReasonForADifferenceIsToldOnce() {
        shop.model("stays", "[@config materialized=\"table\" publish_by=\"difference\" /] select 1 as v");
        shop.assay("build").ends(0);
        shop.execute("create publication everything for all tables");
        next(2);
        shop.model("stays", "[@config materialized=\"table\" publish_by=\"difference\" /] select 'a' as v, 2 as w");
        String said = shop.assay("build").ends(1).text();
        assertEquals(2, said.split("published by difference instead of a swap: ", -1).length, said);
    }

    /** A session keeps the type of a variable: only a table that stays itself keeps its type. */
    @Test
    void aFunctionWithAVariableOfTheRowTypeGoesOnAfterADifference() throws SQLException {
        shop.execute(
                "create function public.first() returns text language plpgsql as $$ declare r dev.base%rowtype; begin"
                        + " select * into r from dev.base; return to_jsonb(r)::text; end $$");
        try (var session = PostgresServer.shared().connect(shop.database(), "postgres");
                var reader = session.createStatement()) {
            reader.executeQuery("select public.first()").close();
            shop.model("base", "[@config materialized=\"table\" publish_by=\"difference\" /] select 5 as v");
            shop.assay("build").ends(0);
            try (var rows = reader.executeQuery("select public.first()")) {
                rows.next();
                assertEquals("{\"v\": 5}", rows.getString(1));
            }
        }
    }

    @Test
    void aCandidateThatWaitsInTheSchemaOfBeforeIsRemoved() {
        shop.model("m", "[@config materialized=\"table\" schema=\"y\" /] select 1 as id");
        shop.assay("build").ends(0);
        shop.assay("build", "--publish", "none").ends(0);
        assertTrue(shop.leftovers().contains("dev_y__assay_candidate.m"), shop.leftovers()::toString);
        shop.model("m", TABLE + "select 1 as id");
        shop.assay("build").ends(0);
        assertEquals(List.of(), shop.leftovers());
    }
}
