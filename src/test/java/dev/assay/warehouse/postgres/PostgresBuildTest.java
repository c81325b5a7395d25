package dev.assay.warehouse.postgres;

import static dev.assay.warehouse.postgres.PostgresShop.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole commands on a real Postgres. */
class PostgresBuildTest {

    @TempDir
    private Path folder;

    private PostgresShop shop;

    @BeforeEach
    void begin() {
        shop = new PostgresShop(folder);
    }

    @Test
    void seedsTablesAndViewsAreBuiltAgainAndAgain() {
        shop.file("seeds/prices.csv", "item,v\na,1\nb,2\n");
        shop.model("base", TABLE + "select item, v from ${ref(\"prices\")}");
        shop.model("shown", "select v from ${ref(\"base\")}");
        shop.model("summed", TABLE + "select sum(v) as v from ${ref(\"shown\")}");
        for (int i = 1; i <= 3; i++) {
            shop.assay("build").ends(0);
            assertEquals("3", shop.one("select v from dev.summed"));
            assertEquals(List.of(), shop.leftovers());
        }
        assertEquals("3", shop.one("select max(generation) from dev_quality.publications"));
    }

    @Test
    void aSeedIsReadAsItIsWritten() {
        shop.file(
                "seeds/odd.csv",
                "\ufeffcode,size,note\r\n007,\"5\"\"\",\"\"\r\n\r\n\\.,6\",\n008,7,\"two\nlines, é\"\n");
        shop.assay("build").ends(0);
        assertEquals(
                List.of("007|5\"|", "\\.|6\"|null", "008|7|two\nlines, é"),
                shop.rows("select code, size, note from dev.odd"));
    }

    @Test
    void aFailedTestHoldsAndRetryGoesOn() {
        shop.base(1);
        shop.model("shown", "select v from ${ref(\"base\")}");
        shop.model("last", TABLE + "select v from ${ref(\"shown\")}");
        shop.yaml("models: [{name: shown, columns: [{name: v, data_tests: [{accepted_values: {values: [1]}}]}]}]");
        shop.assay("build").ends(0);
        shop.base(2);
        shop.assay("build").ends(1);
        assertEquals("1|1|1", shop.one("select b.v, s.v, l.v from dev.base b, dev.shown s, dev.last l"));
        shop.yaml("models: [{name: shown, columns: [{name: v, data_tests: [{accepted_values: {values: [2]}}]}]}]");
        shop.assay("retry").ends(0);
        assertEquals("2|2|2", shop.one("select b.v, s.v, l.v from dev.base b, dev.shown s, dev.last l"));
        assertEquals(List.of(), shop.leftovers());
    }

    @Test
    void tablesBecomeViewsAndViewsTables() {
        shop.base(1);
        shop.model("turns", "select v from ${ref(\"base\")}");
        shop.assay("build").ends(0);
        shop.model("turns", TABLE + "select v, 2 as w from ${ref(\"base\")}");
        shop.assay("build").ends(0);
        assertEquals("1|2", shop.one("select v, w from dev.turns"));
        shop.model("above", "select v from ${ref(\"turns\")}");
        shop.assay("build").ends(0);
        shop.model("turns", "select v from ${ref(\"base\")}");
        shop.assay("build").ends(0);
        shop.model("turns", TABLE + "select v, 2 as w from ${ref(\"base\")}");
        shop.assay("build").ends(0);
        assertEquals("1", shop.one("select v from dev.above"));
        shop.model("turns", "select 3 as w, v from ${ref(\"base\")}");
        shop.assay("build").ends(0);
        assertEquals("3|1", shop.one("select * from dev.turns"));
        assertEquals(List.of(), shop.leftovers());
    }

    @Test
    void groupsAreCutEarlyAndNothingIsLeft() {
        shop.file("assay_project.yml", """
            name: shop
            version: '1'
            profile: shop
            models:
              shop:
                early: {+publish_group: first}
                early_view: {+publish_group: first}
            """);
        shop.model("early", TABLE + "select 1 as v");
        shop.model("early_view", "select v from ${ref(\"early\")}");
        shop.model("late", "select v from ${ref(\"early_view\")}");
        shop.model("last", TABLE + "select v from ${ref(\"late\")}");
        shop.assay("build").ends(0);
        shop.assay("build").ends(0);
        assertEquals("1", shop.one("select v from dev.last"));
        assertEquals(List.of(), shop.leftovers());
    }

    @Test
    void pruneDropsWhatWasOursAndNothingElse() {
        shop.model("kept", TABLE + "select 1 as v");
        shop.model("gone", TABLE + "select 1 as v");
        shop.model("gone_view", "select v from ${ref(\"gone\")}");
        shop.assay("build").ends(0);
        shop.execute("create table dev.strange (v int)");
        shop.without("models/gone.sql");
        shop.without("models/gone_view.sql");
        shop.assay("prune", "--yes").ends(0);
        assertEquals(
                List.of("kept", "strange"),
                shop.rows("select relname from pg_class where relnamespace = 'dev'::regnamespace order by 1"));
    }

    @Test
    void aWrongColumnIsShownWhereItWasWritten() {
        shop.model("wrong", TABLE + "select\n  1 as v,\n  nothing as w");
        String said = shop.assay("build").ends(1).err();
        assertTrue(said.contains("models/wrong.sql:3:3"), said);
        assertTrue(said.contains("Postgres says: column \"nothing\" does not exist"), said);
    }

    @Test
    void noRowsAreReadWhenEmptyIsAsked() {
        shop.base(1);
        shop.model(
                "joined", TABLE + "select one.v, base.v as w from ${ref(\"base\")} as one cross join ${ref(\"base\")}");
        shop.file("tests/nobody.sql", "select * from ${ref(\"joined\")}\n");
        shop.assay("build", "--empty").ends(0);
        shop.assay("build").ends(1);
    }

    /** The first time the test ends its own connection; a sequence remembers that it was the first. */
    @Test
    void aTestWhoseConnectionIsLostIsAskedAgain() {
        shop.execute("create sequence tries");
        shop.base(1);
        shop.file(
                "tests/first.sql",
                "select v from ${ref(\"base\")} where nextval('public.tries') = 1 and"
                        + " pg_terminate_backend(pg_backend_pid())\n");
        var said = shop.assay("build").ends(0);
        assertTrue(said.err().contains("try 2"), said::toString);
        assertEquals("2", shop.one("select last_value from tries"));
    }
}
