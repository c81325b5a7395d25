package dev.assay.warehouse.snowflake;

import static dev.assay.UserProject.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.snowflake.server.SnowflakeServer;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cut of many definitions, each of which commits by itself: whole in the end, wherever it is broken off. */
class SnowflakeCutTest extends LayeredCase {

    @AutoClose
    private static final SnowflakeServer SERVER = SnowflakeServer.start();

    private static final String JOURNAL = "state = 'publishing', generation";

    /** The journal is committed by the second statement; after it come the cut's names and the marks. */
    private static final int SWAPS_FOLLOW = 5;

    SnowflakeCutTest() {
        super(SERVER);
    }

    private String states() {
        return shop().one("select string_agg(distinct state, ' ') from dev_quality.publications where state <>"
                + " 'published'");
    }

    @Test
    void tablesTradeNamesAndSayOfWhichGenerationTheyAre() {
        layers().version(2);
        shop().assay("build").ends(0);
        assertEquals("2 2 2 2", layers().seen());
        assertEquals("0", shop().leftovers());
        assertEquals("null", states());
        assertEquals(
                "[assay generation 2]",
                shop().one("select comment from information_schema.tables where table_name = 'ORDERS'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"swap", "auto"})
    void aCutThatBreaksOffIsFinishedByTheNextRun(String way) {
        layers().publishBy(way);
        int broken = 0;
        for (int further = 0; ; further++) {
            int version = further + 2;
            layers().version(version);
            SERVER.faults().breakAfter(JOURNAL, further);
            var said = shop().assay("build", "--threads", "1");
            if (!SERVER.faults().broke() || said.exit() == 0) {
                // From the closing of the journal on there is only what was set aside to be removed.
                said.ends(0);
                assertEquals((version + " ").repeat(4).strip(), layers().seen());
                break;
            }
            broken++;
            shop().endLeases();
            shop().assay("build", "--select", "lone").ends(0);
            // The journal is committed by the statement after it.
            boolean hasBegun = further > 1;
            String expected = hasBegun ? (version + " ").repeat(4).strip() : "1 1 1 " + version;
            assertEquals(expected, layers().seen(), "broken off after " + further + " statements: " + said.text());
            // Before the journal nothing has begun: what was proven waits.
            assertEquals(hasBegun ? "0" : "3", shop().leftovers());
            if (!hasBegun) {
                layers().version(1);
                shop().assay("build").ends(0);
            }
        }
        assertTrue(broken >= 6, "a cut of " + broken + " statements");
    }

    /** A run was silent for so long that another one has finished its cut, and wakes up. */
    @Test
    void theLateSwapOfARunWhoseCutIsFinishedFindsNothing() {
        layers().version(2);
        layers().publishBy("swap");
        SERVER.faults().breakAfter(JOURNAL, SWAPS_FOLLOW);
        shop().assay("build", "--threads", "1");
        assertTrue(SERVER.faults().broke());
        shop().endLeases();
        assertEquals("1 1 1 1", layers().seen());
        String late = "alter table inventory.dev.lone swap with inventory.dev__assay_candidate."
                + shop().one("select table_name from information_schema.tables where table_name like 'LONE%CUT%'");
        String epoch = "select epoch from assay.environments";
        long before = Long.parseLong(shop().one(epoch));
        layers().version(3);
        shop().file(
                        "models/models.yml",
                        "version: 2\nmodels: [{name: lone, columns: [{name: v, data_tests: [not_null]}]}]\n");
        shop().model("lone", TABLE + "select cast(null as integer) as v");
        shop().assay("build", "--select", "lone").ends(1);
        assertEquals("2 2 2 2", layers().seen());
        assertTrue(assertThrows(WarehouseError.class, () -> shop().execute(late))
                .words()
                .contains("does not exist"));
        assertEquals("2 2 2 2", layers().seen());
        assertTrue(Long.parseLong(shop().one(epoch)) > before + 1, "the finished cut and the build each took it");
    }

    @Test
    void aStepThatIsRefusedIsUndoneWithAllBefore() {
        int version = 2;
        for (String step : new String[] {"swap with .*LONE", "create or replace view", "set state = 'published'"}) {
            layers().version(version++);
            SERVER.faults().refuseAt(step);
            var said = shop().assay("build", "--publish", "all").ends(1);
            assertTrue(said.text().contains("Insufficient privileges"), said.text());
            assertEquals("1 1 1 1", layers().seen(), step);
            assertEquals("1", shop().one("select max(v) from dev.report"), step);
        }
        shop().assay("build").ends(0);
        assertEquals("4 4 4 4", layers().seen());
        assertEquals("0", shop().leftovers());
    }

    @Test
    void aRelationMayChangeItsKindThereAndBack() {
        for (int version = 2; version <= 5; version++) {
            boolean swapped = version % 2 == 0;
            layers().version(version);
            shop().model("totals", (swapped ? TABLE : "") + "select v, v as w from ${ref(\"orders\")}");
            shop().model("orders", (swapped ? "" : TABLE) + "select " + version + " as v");
            shop().assay("build").ends(0);
            assertEquals((version + " ").repeat(4).strip(), layers().seen());
            assertEquals("0", shop().leftovers());
        }
    }

    @Test
    void eachMayBePublishedWhileOthersAreStillBuilt() {
        layers().version(2);
        shop().assay("build", "--publish", "each").ends(0);
        assertEquals("2 2 2 2", layers().seen());
        assertEquals("0", shop().leftovers());
    }

    @Test
    void rowsMayMoveInWhereATableHasToStayItself() {
        layers().publishBy("overwrite");
        shop().execute("comment on table inventory.dev.orders is 'granted to many'");
        layers().version(2);
        shop().assay("build").ends(0);
        assertEquals("2 2 2 2", layers().seen());
        assertEquals(
                "granted to many",
                shop().one("select comment from information_schema.tables where table_name = 'ORDERS'"));
        layers().version(3);
        SERVER.faults().refuseAt("insert overwrite .*LONE");
        shop().assay("build", "--publish", "all").ends(1);
        assertEquals("2 2 2 2", layers().seen());
        assertEquals("0", shop().one("select count(*) from dev_quality.publications where state = 'publishing'"));
    }

    /** lone is told to be swapped; orders and report stay themselves. */
    @Test
    void aMixedCutNotesItsSwapsFirstAndMovesAllRowsInOneTransactionWithTheGeneration() {
        layers().publishBy("auto");
        shop().execute("grant select on table inventory.dev.orders to role analysts");
        layers().version(2);
        shop().model("lone", "[@config materialized='table' publish_by='swap' /] select 2 as v");
        int before = SERVER.received().size();
        shop().assay("build", "--threads", "1").ends(0);
        assertEquals("2 2 2 2", layers().seen());
        assertEquals("grant SELECT ANALYSTS", SERVER.pins("INVENTORY.DEV.ORDERS"));
        List<String> sent = SentStatements.since(SERVER, before);
        int noted = SentStatements.first(sent, JOURNAL);
        int swapped = SentStatements.first(sent, "swap with .*LONE");
        int orders = SentStatements.first(sent, "insert overwrite .*\"ORDERS\"");
        int report = SentStatements.first(sent, "insert overwrite .*\"REPORT\"");
        int generation = SentStatements.first(sent, "set state = 'published', generation");
        assertTrue(noted < swapped && swapped < orders, sent::toString);
        assertEquals(List.of(orders + 1, orders + 2), List.of(report, generation), sent::toString);
        assertTrue(sent.get(orders - 1).contains("epoch"), sent.get(orders - 1));
        assertTrue(sent.get(orders - 2).contains("autocommit"), sent.get(orders - 2));
        assertTrue(sent.get(generation + 1).startsWith("commit"), sent.get(generation + 1));
        assertEquals(1, sent.stream().filter(sql -> sql.contains("swap with")).count());
    }

    @Test
    void whatFailsAmongTheRowsTakesTheSwapsBackToo() {
        layers().publishBy("auto");
        layers().version(2);
        shop().model("lone", "[@config materialized='table' publish_by='swap' /] select 2 as v");
        SERVER.faults().refuseAt("insert overwrite .*REPORT");
        shop().assay("build", "--publish", "all").ends(1);
        assertEquals("1 1 1 1", layers().seen());
        shop().assay("build").ends(0);
        assertEquals("2 2 2 2", layers().seen());
    }

    /** The stand-in says that a row takes a kilobyte. */
    @Test
    void bigTablesAreSwappedUnlessSomethingStandsOnThem() {
        layers().publishBy("auto");
        String big = TABLE + "select 1 as v, n from (" + LayeredShop.BIG + ") as many";
        shop().model("orders", big);
        shop().model("lone", big);
        shop().assay("build").ends(0);
        shop().execute(
                        "create stream inventory.dev.changes on table inventory.dev.orders",
                        "grant select on table inventory.dev.lone to role analysts");
        int before = SERVER.received().size();
        shop().assay("build").ends(0);
        List<String> sent = SentStatements.since(SERVER, before);
        SentStatements.first(sent, "insert overwrite .*\"ORDERS\"");
        SentStatements.first(sent, "swap with .*LONE");
        assertTrue(SERVER.pins("INVENTORY.DEV.ORDERS").startsWith("stream"));
        assertEquals("grant SELECT ANALYSTS", SERVER.pins("INVENTORY.DEV.LONE"));
        shop().execute("alter table inventory.dev.lone modify column v set masking policy hidden");
        before = SERVER.received().size();
        shop().assay("build").ends(0);
        SentStatements.first(SentStatements.since(SERVER, before), "insert overwrite .*\"LONE\"");
        assertEquals("grant SELECT ANALYSTS, policy HIDDEN", SERVER.pins("INVENTORY.DEV.LONE"));
        assertEquals(
                1,
                SentStatements.since(SERVER, before).stream()
                        .filter(sql -> sql.startsWith("show streams"))
                        .count());
        assertEquals(
                1,
                SentStatements.since(SERVER, before).stream()
                        .filter(sql -> sql.contains("policy_references"))
                        .count());
    }

    @Test
    void otherColumnsOrAnotherDescriptionComeByASwap() {
        layers().publishBy("auto");
        layers().version(2);
        shop().model("lone", TABLE + "select 2 as v, 'x' as w");
        shop().file(
                        "models/models.yml",
                        "version: 2\n"
                                + "models: [{name: orders, description: all, config: {persist_docs: {relation:"
                                + " true}}}]\n");
        int before = SERVER.received().size();
        shop().assay("build").ends(0);
        SentStatements.first(SentStatements.since(SERVER, before), "swap with .*LONE");
        SentStatements.first(SentStatements.since(SERVER, before), "swap with .*ORDERS");
        SentStatements.first(SentStatements.since(SERVER, before), "insert overwrite .*REPORT");
        assertEquals("2 2 2 2", layers().seen());
    }

    @Test
    void whatWasHeldIsPublishedInTheSameWays() {
        layers().publishBy("auto");
        shop().file(
                        "models/models.yml",
                        "version: 2\nmodels: [{name: lone, columns: [{name: v, data_tests: [not_null]}]}]\n");
        shop().model("lone", TABLE + "select 2 as v union all select null");
        shop().assay("build", "--select", "lone").ends(1);
        int before = SERVER.received().size();
        shop().assay(
                        "publish",
                        "--held",
                        "lone",
                        "--accept",
                        "not_null_lone_v",
                        "--reason",
                        "known",
                        "--until",
                        "2099-01-01",
                        "--owner",
                        "anna")
                .ends(0);
        SentStatements.first(SentStatements.since(SERVER, before), "insert overwrite .*LONE");
        assertEquals("2", shop().one("select count(*) from dev.lone"));
    }
}
