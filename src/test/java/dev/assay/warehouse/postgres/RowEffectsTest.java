package dev.assay.warehouse.postgres;

import static dev.assay.warehouse.postgres.PostgresShop.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A table that stays itself holds the rows that were tested, and costs other tables nothing, whatever triggers, rules and foreign
 * keys others have put on it; or it is held.
 */
class RowEffectsTest {

    private static final String NULLS_W = "create function dev.f() returns trigger language plpgsql as $$ begin"
            + " new.w := null; return new; end $$";
    private static final String FORGETS_ROWS =
            "create function dev.f() returns trigger language plpgsql as $$ begin return null; end $$";
    private static final String EMPTIES_LATE = "create function dev.f() returns trigger language plpgsql as $$ begin"
            + " update dev.t set w = null where v = new.v and w is not null; return null; end $$";

    @TempDir
    private Path folder;

    private PostgresShop shop;

    @BeforeEach
    void begin() {
        shop = new PostgresShop(folder);
        shop.yaml("models: [{name: t, columns: [{name: w, data_tests: [not_null]}]}]\n");
        model(1);
        shop.assay("build").ends(0);
    }

    private void model(int version) {
        shop.model("t", TABLE + "select " + version + " as v, 'a' as w union all select 7, 'b'");
    }

    private String rows() {
        return shop.one("select string_agg(v || coalesce(w, '-'), ' ' order by v) from dev.t");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                NULLS_W + "|create trigger g before insert on dev.t for each row execute function dev.f()|trigger",
                FORGETS_ROWS + "|create trigger g before insert on dev.t for each row execute function dev.f()|trigger",
                FORGETS_ROWS + "|create trigger g before delete on dev.t for each row execute function dev.f()|trigger",
                EMPTIES_LATE + "|create constraint trigger g after insert on dev.t deferrable initially deferred"
                        + " for each row execute function dev.f()|trigger",
                "select 1|create rule g as on insert to dev.t do instead nothing|rule",
                "select 1|create rule g as on delete to dev.t do instead nothing|rule",
            })
    void whatChangesTheRowsHoldsTheTable(String function, String setup, String kind) {
        shop.execute(function, setup);
        model(2);
        String said = shop.assay("build").ends(1).err();
        assertTrue(said.contains("not as tested, once written: because of " + kind + " dev.t.g"), said);
        assertTrue(said.contains("alter table dev.t disable " + kind + " g"), said);
        assertEquals("1a 7b", rows());
        shop.execute("alter table dev.t disable " + kind + " g");
        shop.assay("retry").ends(0);
        assertEquals("2a 7b", rows());
    }

    /** The server counts rows that were written and rolled back, too. */
    @Test
    void aRefusedCutIsNotTakenForAChangeByHand() {
        shop.requireServer(15, "Postgres 14 counts too late");
        shop.execute(NULLS_W, "create trigger g before insert on dev.t for each row execute function dev.f()");
        model(2);
        shop.assay("build").ends(1);
        String said = shop.assay("status").text();
        assertFalse(said.contains("by hand"), said);
        shop.execute("drop trigger g on dev.t", "insert into dev.t values (3, 'c')");
        said = shop.assay("status").text();
        assertTrue(said.contains("by hand"), said);
        model(3);
        shop.execute("create trigger g before insert on dev.t for each row execute function dev.f()");
        shop.assay("build").ends(1);
        said = shop.assay("status").text();
        assertTrue(said.contains("by hand"), said);
    }

    @Test
    void whatKeepsTheRowsHoldsNothing() {
        shop.execute(
                "create table dev.seen (v int)",
                "create function dev.f() returns trigger language plpgsql as $$ begin insert into dev.seen values"
                        + " (new.v); return new; end $$",
                "create trigger g before insert on dev.t for each row execute function dev.f()");
        model(2);
        shop.assay("build").ends(0);
        assertEquals("2a 7b|2", shop.one("select '" + rows() + "', string_agg(v::text, ' ') from dev.seen"));
    }

    /** Twins are counted. */
    @Test
    void aRowThatComesOnceMoreHoldsTheTable() {
        shop.execute(
                "create function dev.f() returns trigger language plpgsql as $$ begin if pg_trigger_depth() = 1 then"
                        + " insert into dev.t values (new.v, new.w); end if; return new; end $$",
                "create trigger g before insert on dev.t for each row execute function dev.f()");
        model(2);
        String said = shop.assay("build").ends(1).err();
        assertTrue(said.contains("1 row of it is not as tested"), said);
        assertEquals("1a 7b", rows());
    }

    @ParameterizedTest
    @ValueSource(strings = {", keys: [v]", ", window_column: v, windows: [[2, 4]]", ""})
    void soDoesWhatChangesTheRowsOfAMerge(String removal) {
        shop.yaml("models: [{name: i, config: {materialized: incremental, meta: {columns: [v, w]" + removal + "}}}]\n");
        shop.model("i", "select 1 as v, 'a' as w");
        shop.assay("build").ends(0);
        shop.execute(NULLS_W, "create trigger g before insert on dev.i for each row execute function dev.f()");
        shop.model("i", "select 2 as v, 'a' as w");
        String said = shop.assay("build", "--select", "i").ends(1).err();
        assertTrue(said.contains("not as tested, once written: because of trigger dev.i.g"), said);
        assertEquals("1|a", shop.one("select v, w from dev.i"));
        shop.execute("create or replace function dev.f() returns trigger language plpgsql as $$ begin return new;"
                + " end $$");
        shop.assay("build", "--select", "i").ends(0);
        shop.model("i", "select 2 as v, 'b' as w union all select 3, 'b'");
        shop.assay("build", "--select", "i").ends(0);
        assertTrue(shop.rows("select v, w from dev.i order by 1, 2").containsAll(List.of("2|b", "3|b")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cascade", "set null", "set default"})
    void aKeyThatWouldLoseRowsOfOthersHoldsTheTable(String action) {
        shop.execute(
                "alter table dev.t add unique (v)",
                "create schema x",
                "create table x.child (v int default 7 constraint k references dev.t (v) on delete " + action + ")",
                "insert into x.child values (1), (7)");
        shop.model("t", TABLE + "select 1 as v, 'changed' as w union all select 7, 'b'");
        String said = shop.assay("build").ends(1).err();
        assertTrue(said.contains("foreign key k of table x.child has `on delete " + action + "`"), said);
        assertEquals(List.of("1", "7"), shop.rows("select v from x.child order by 1"));
        assertEquals("1a 7b", rows());
        var remedy = Pattern.compile("end of the cut: (.*)").matcher(said);
        assertTrue(remedy.find(), said);
        shop.execute(remedy.group(1));
        shop.assay("retry").ends(0);
        assertEquals(List.of("1", "7"), shop.rows("select v from x.child order by 1"));
        assertEquals("1changed 7b", rows());
    }

    @Test
    void suchAKeyHoldsNoTableThatOnlyGrows() {
        shop.execute(
                "alter table dev.t add unique (v)",
                "create table dev.child (v int references dev.t (v) on delete cascade)",
                "insert into dev.child values (1), (7)");
        shop.model("t", TABLE + "select 1 as v, 'a' as w union all select 7, 'b' union all select 8, 'c'");
        String said = shop.assay("build").ends(0).err();
        assertFalse(said.contains("on delete"), said);
        assertEquals("1a 7b 8c", rows());
    }
}
