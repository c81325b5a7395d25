package dev.assay.warehouse.snowflake;

import static dev.assay.UserProject.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.warehouse.snowflake.server.SnowflakeServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table is not swapped from under a stream, a dynamic table or a materialized view, wherever that lies. */
class SnowflakeDependentsTest extends LayeredCase {

    @AutoClose
    private static final SnowflakeServer SERVER = SnowflakeServer.start();

    private static final String LONE = "INVENTORY.DEV.LONE";
    private static final String BIG = TABLE + "select 2 as v from (" + LayeredShop.BIG + ") as many";

    SnowflakeDependentsTest() {
        super(SERVER);
    }

    /** Snowflake refuses to drop and to swap it as a table. */
    @Test
    void aDynamicTableIsNotReplacedByATable() {
        shop().execute(
                        "create table inventory.dev.taken as select 1 as v",
                        "create dynamic table inventory.dev.taken as select v from inventory.dev.orders");
        shop().model("taken", TABLE + "select 2 as v");
        String said = shop().assay("build", "--overwrite-foreign").ends(1).text();
        assertTrue(said.contains("the name `dev.taken` is in use (dynamic table)"), said);
        assertTrue(said.contains("models/taken.sql"), said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stream | on table",
                "dynamic table | as select v from",
                "materialized view | as select v from",
            })
    void aTableWithADependentElsewhereStaysItselfOrIsHeld(String kind, String reads) {
        layers().publishBy("auto");
        shop().execute("create " + kind + " other.public.theirs " + reads + " inventory.dev.lone");
        String pin = kind + " OTHER.PUBLIC.THEIRS";
        shop().model("lone", BIG);
        shop().assay("build").ends(0);
        assertEquals("2", shop().one("select max(v) from dev.lone"));
        assertEquals(pin, SERVER.pins(LONE));

        shop().model("lone", TABLE + "select 3 as v, 'x' as w");
        String said = shop().assay("build").ends(1).text();
        assertTrue(said.contains("on which these depend: " + pin), said);
        assertTrue(said.contains("models/lone.sql"), said);
        assertEquals("2", shop().one("select max(v) from dev.lone"));
        assertEquals(pin, SERVER.pins(LONE));
    }

    @Test
    void aTableThatIsToldToSwapIsHeld() {
        shop().execute("create stream inventory.dev.changes on table inventory.dev.lone");
        layers().version(2);
        String said = shop().assay("build").ends(1).text();
        assertTrue(said.contains("`publish_by: overwrite` keeps the table while the columns stay the same"), said);
        assertEquals("2 2 2 1", layers().seen());
        layers().publishBy("overwrite");
        shop().assay("build").ends(0);
        assertEquals("2 2 2 2", layers().seen());
        assertEquals("stream INVENTORY.DEV.CHANGES", SERVER.pins(LONE));
    }

    /** A stream breaks when its view is made anew. A view that says the same as before stays itself. */
    @Test
    void aViewWithAStreamStaysItselfOrIsHeld() {
        layers().publishBy("overwrite");
        shop().execute("create stream other.public.theirs on view inventory.dev.totals");
        shop().model("orders", TABLE + "select 1 as v, 'x' as w");
        shop().assay("build").ends(0);

        layers().version(2);
        String said = shop().assay("build").ends(1).text();
        assertTrue(said.contains("on which these depend: stream OTHER.PUBLIC.THEIRS"), said);
        assertTrue(said.contains("models/totals.sql"), said);
        assertEquals("1 1 1 2", layers().seen());
        assertEquals("stream OTHER.PUBLIC.THEIRS", SERVER.pins("INVENTORY.DEV.TOTALS"));
    }

    /** A table of the same name in another database is another one. */
    @Test
    void dependentsOfOtherTablesAreInNobodysWay() {
        shop().execute("create stream other.public.changes on table other.dev.lone");
        layers().version(2);
        shop().assay("build").ends(0);
        assertEquals("2 2 2 2", layers().seen());
    }

    @Test
    void whereTheAccountIsNotShownTheDatabaseIs() {
        layers().publishBy("auto");
        shop().execute("create stream inventory.dev.changes on table inventory.dev.lone");
        shop().model("lone", BIG);
        SERVER.faults().refuseAt("show streams in account");
        shop().assay("build").ends(0);
        assertEquals("stream INVENTORY.DEV.CHANGES", SERVER.pins(LONE));
    }

    /** Snowflake shows 10,000 at most: one that is left out may be on any table. */
    @Test
    void whereNotAllAreShownATableStaysItselfOrIsHeld() {
        layers().publishBy("auto");
        SERVER.streams("OTHER.PUBLIC.BUSY", 10_000);
        try {
            shop().model("lone", TABLE + "select 3 as v, 'x' as w");
            String said = shop().assay("build").ends(1).text();
            assertTrue(said.contains("does not list all streams"), said);
            shop().model("lone", "[@config materialized='table' publish_by='swap' /] select 3 as v, 'x' as w");
            shop().assay("build").ends(0);
            assertEquals("3", shop().one("select max(v) from dev.lone"));
        } finally {
            SERVER.streams("OTHER.PUBLIC.BUSY", 0);
        }
    }
}
