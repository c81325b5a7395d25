package dev.assay.warehouse.snowflake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.warehouse.snowflake.server.SnowflakeServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cut of many definitions, each of which commits by itself: whole in the end, wherever it is broken off. */
class SnowflakeCutTest {

    private static final SnowflakeServer SERVER = SnowflakeServer.start();
    private static final String TABLE = "[@config materialized=\"table\" /] ";
    private static final String JOURNAL = "state = 'publishing', generation";

    @TempDir
    private Path folder;

    private SnowflakeProject shop;

    /** orders (table) → totals (view) → report (table), and beside them lone (table). */
    @BeforeEach
    void shop() {
        shop = SnowflakeProject.make(SERVER, folder);
        for (String schema : new String[] {"dev", "dev_quality", "assay"}) {
            shop.execute("drop schema if exists inventory." + schema + " cascade");
        }
        version(1);
        shop.assay("build").ends(0);
        assertEquals("1 1 1 1", seen());
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    /** Each row says which version of the SQL made it. */
    private void version(int version) {
        shop.model("orders", TABLE + "select " + version + " as v");
        shop.model("totals", "select v, " + version + " as w from ${ref(\"orders\")}");
        shop.model("report", TABLE + "select v from ${ref(\"totals\")} where v = w");
        shop.model("lone", TABLE + "select " + version + " as v");
    }

    private String seen() {
        return shop.one("select (select max(v) from dev.orders) || ' ' || (select max(w) from dev.totals) || ' '"
                + " || (select max(v) from dev.report) || ' ' || (select max(v) from dev.lone)");
    }

    private String states() {
        return shop.one(
                "select string_agg(distinct state, ' ') from dev_quality.publications where state <> 'published'");
    }

    @Test
    void tablesTradeNamesAndSayOfWhichGenerationTheyAre() {
        version(2);
        shop.assay("build").ends(0);
        assertEquals("2 2 2 2", seen());
        assertEquals("0", shop.leftovers());
        assertEquals("null", states());
        assertEquals(
                "[assay generation 2]",
                shop.one("select comment from information_schema.tables where table_name = 'ORDERS'"));
    }

    @Test
    void aCutThatBreaksOffIsFinishedByTheNextRun() {
        int broken = 0;
        for (int further = 0; ; further++) {
            int version = further + 2;
            version(version);
            SERVER.faults().breakAfter(JOURNAL, further);
            var said = shop.assay("build", "--threads", "1");
            if (!SERVER.faults().broke() || said.exit() == 0) {
                // From the closing of the journal on there is only what was set aside to be removed.
                said.ends(0);
                assertEquals((version + " ").repeat(4).strip(), seen());
                break;
            }
            broken++;
            shop.assay("build", "--select", "lone").ends(0);
            String expected =
                    further == 0 ? "1 1 1 2" : (version + " ").repeat(4).strip();
            assertEquals(expected, seen(), "broken off after " + further + " statements: " + said.text());
            // Before the journal nothing has begun: what was proven waits.
            assertEquals(further == 0 ? "3" : "0", shop.leftovers());
            if (further == 0) {
                version(1);
                shop.assay("build").ends(0);
            }
        }
        assertTrue(broken >= 8, "a cut of " + broken + " statements");
    }

    @Test
    void aStepThatIsRefusedIsUndoneWithAllBefore() {
        int version = 2;
        for (String step : new String[] {"swap with .*LONE", "create or replace view", "set state = 'published'"}) {
            version(version++);
            SERVER.faults().refuseAt(step);
            var said = shop.assay("build", "--publish", "all").ends(1);
            assertTrue(said.text().contains("Insufficient privileges"), said.text());
            assertEquals("1 1 1 1", seen(), step);
            assertEquals("1", shop.one("select max(v) from dev.report"), step);
        }
        shop.assay("build").ends(0);
        assertEquals("4 4 4 4", seen());
        assertEquals("0", shop.leftovers());
    }

    @Test
    void aRelationMayChangeItsKindThereAndBack() {
        for (int version = 2; version <= 5; version++) {
            boolean swapped = version % 2 == 0;
            version(version);
            shop.model("totals", (swapped ? TABLE : "") + "select v, v as w from ${ref(\"orders\")}");
            shop.model("orders", (swapped ? "" : TABLE) + "select " + version + " as v");
            shop.assay("build").ends(0);
            assertEquals((version + " ").repeat(4).strip(), seen());
            assertEquals("0", shop.leftovers());
        }
    }

    @Test
    void eachMayBePublishedWhileOthersAreStillBuilt() {
        version(2);
        shop.assay("build", "--publish", "each").ends(0);
        assertEquals("2 2 2 2", seen());
        assertEquals("0", shop.leftovers());
    }

    @Test
    void rowsMayMoveInWhereATableHasToStayItself() {
        shop.file(
                "assay_project.yml",
                "name: shop\nversion: '1'\nprofile: shop\nmodels:\n  shop: {+publish_by: overwrite}\n");
        shop.execute("comment on table inventory.dev.orders is 'granted to many'");
        version(2);
        shop.assay("build").ends(0);
        assertEquals("2 2 2 2", seen());
        assertEquals(
                "granted to many",
                shop.one("select comment from information_schema.tables where table_name = 'ORDERS'"));
        version(3);
        SERVER.faults().refuseAt("insert overwrite .*LONE");
        shop.assay("build", "--publish", "all").ends(1);
        assertEquals("2 2 2 2", seen());
        assertEquals("0", shop.one("select count(*) from dev_quality.publications where state = 'publishing'"));
    }
}
