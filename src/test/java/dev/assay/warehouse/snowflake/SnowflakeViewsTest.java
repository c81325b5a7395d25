package dev.assay.warehouse.snowflake;

import static dev.assay.UserProject.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.warehouse.snowflake.server.SnowflakeServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others have put on a view is not lost without a word. */
class SnowflakeViewsTest {

    @AutoClose
    private static final SnowflakeServer SERVER = SnowflakeServer.start();

    @TempDir
    private Path folder;

    private SnowflakeProject shop;

    /** orders (table) → totals (view), and beside them lone (table). */
    @BeforeEach
    void shop() {
        shop = SnowflakeProject.fresh(SERVER, folder);
        shop.model("orders", TABLE + "select 1 as v");
        shop.model("totals", "select v, 1 as w from ${ref(\"orders\")}");
        shop.model("lone", TABLE + "select 1 as v");
        shop.assay("build").ends(0);
    }

    @Test
    void aViewThatSaysTheSameStaysItselfWithAllThatStandsOnIt() {
        shop.execute("alter view inventory.dev.totals modify column v set masking policy hidden");
        shop.model("orders", TABLE + "select 7 as v");
        int before = SERVER.received().size();
        shop.assay("build").ends(0);
        assertEquals("7", shop.one("select v from dev.totals"));
        assertEquals("policy HIDDEN", SERVER.pins("INVENTORY.DEV.TOTALS"));
        assertTrue(
                SERVER.receivedSince(before).stream().noneMatch(one -> one.sql().startsWith("create or replace view")));
    }

    @Test
    void aViewWithAPolicyIsHeldRatherThanMadeAnewWithout() {
        shop.execute("alter view inventory.dev.totals modify column v set masking policy hidden");
        shop.model("totals", "select v, 2 as w from ${ref(\"orders\")}");
        shop.model("lone", TABLE + "select 2 as v");
        String said = shop.assay("build").ends(1).text();
        assertTrue(said.contains("a masking or row access policy stands on the view"), said);
        assertEquals("1", shop.one("select w from dev.totals"));
        assertEquals("2", shop.one("select v from dev.lone"));
        assertEquals("policy HIDDEN", SERVER.pins("INVENTORY.DEV.TOTALS"));
    }

    /** Between two steps of a cut, readers would see the new SQL over the old rows; published alone, it was tested on them. */
    @Test
    void newSqlOfAViewIsNotPublishedTogetherWithNewRowsWhereTheOutputForbidsIt() {
        shop.profile("shop", SnowflakeCase.PASSWORD + "\npublish_mixed: hold");
        shop.model("totals", "select v, 2 as w from ${ref(\"orders\")}");
        shop.model("orders", TABLE + "select 7 as v");
        String said = shop.assay("build").ends(1).text();
        assertTrue(said.contains("publish the view alone first: assay build -s totals"), said);
        assertEquals("1", shop.one("select v from dev.totals"));
        assertEquals("1", shop.one("select w from dev.totals"));
        shop.assay("build", "-s", "totals").ends(0);
        shop.assay("build").ends(0);
        assertEquals("7", shop.one("select v from dev.totals"));
        assertEquals("2", shop.one("select w from dev.totals"));
    }

    @Test
    void aViewThatIsReplacedKeepsItsGrants() {
        shop.execute("grant select on view inventory.dev.totals to role analysts");
        shop.model("totals", "select v, 2 as w from ${ref(\"orders\")}");
        shop.assay("build").ends(0);
        assertEquals("2", shop.one("select w from dev.totals"));
        assertEquals("grant SELECT ANALYSTS", SERVER.pins("INVENTORY.DEV.TOTALS"));
    }

    /** The old words of totals say nothing of grants. */
    @Test
    void aViewThatIsTakenBackKeepsItsGrants() {
        for (String secure : new String[] {"", "secure "}) {
            shop.execute(
                    "create or replace " + secure + "view \"DEV\".\"TOTALS\" as\nselect v, 1 as w from dev.orders",
                    "grant select on view inventory.dev.totals to role analysts");
            shop.model("totals", "select v, 2 as w from ${ref(\"orders\")}");
            shop.model("zero", "select w from ${ref(\"totals\")}");
            SERVER.faults().refuseAt("set state = 'published', generation");
            shop.assay("build", "--publish", "all").ends(1);
            assertEquals("1", shop.one("select w from dev.totals"));
            assertEquals("grant SELECT ANALYSTS", SERVER.pins("INVENTORY.DEV.TOTALS"));
            assertEquals(String.valueOf(!secure.isEmpty()), SERVER.trait("INVENTORY.DEV.TOTALS", "is_secure"));
        }
    }
}
