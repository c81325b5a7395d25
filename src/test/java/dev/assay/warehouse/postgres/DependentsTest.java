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
}
