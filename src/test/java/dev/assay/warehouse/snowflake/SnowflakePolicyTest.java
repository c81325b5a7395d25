package dev.assay.warehouse.snowflake;

import static dev.assay.UserProject.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.warehouse.snowflake.server.SnowflakeServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No cut replaces a table that a policy protects by one that it does not protect. */
class SnowflakePolicyTest extends LayeredCase {

    @AutoClose
    private static final SnowflakeServer SERVER = SnowflakeServer.start();

    SnowflakePolicyTest() {
        super(SERVER);
    }

    /** The other role's table can only be overwritten, and does not tell of its policies. */
    @Test
    void oneTableThatKeepsItsPoliciesFromUsDoesNotHideThoseOfOthers() {
        layers().publishBy("auto");
        String big = TABLE + "select 1 as v, n from (" + LayeredShop.BIG + ") as many";
        shop().model("orders", big);
        shop().model("lone", big);
        shop().assay("build").ends(0);
        shop().execute(
                        "grant ownership on table inventory.dev.orders to role analysts",
                        "alter table inventory.dev.lone modify column v set masking policy hidden");
        int before = SERVER.received().size();
        shop().assay("build").ends(0);
        SentStatements.first(SentStatements.since(SERVER, before), "insert overwrite .*\"LONE\"");
        SentStatements.first(SentStatements.since(SERVER, before), "insert overwrite .*\"ORDERS\"");
        assertEquals("policy HIDDEN", SERVER.pins("INVENTORY.DEV.LONE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "swap", "overwrite"})
    void aTableWithAPolicyAndOtherColumnsIsHeld(String way) {
        layers().publishBy(way);
        shop().execute("alter table inventory.dev.lone modify column v set masking policy hidden");
        layers().version(2);
        shop().model("lone", TABLE + "select 2 as v, 'x' as w");
        String said = shop().assay("build").ends(1).text();
        assertTrue(said.contains("a masking or row access policy stands on the table"), said);
        assertTrue(said.contains("models/lone.sql"), said);
        assertEquals("policy HIDDEN", SERVER.pins("INVENTORY.DEV.LONE"));
        assertEquals("2 2 2 1", layers().seen());
        shop().execute("alter table inventory.dev.lone modify column v unset masking policy");
        shop().assay("build").ends(0);
        assertEquals("2 2 2 2", layers().seen());
    }

    @Test
    void aTableWithAPolicyIsNotReplacedByAView() {
        layers().publishBy("auto");
        shop().execute("alter table inventory.dev.lone modify column v set masking policy hidden");
        shop().model("lone", "select 2 as v");
        String said = shop().assay("build").ends(1).text();
        assertTrue(said.contains("a masking or row access policy stands on the table"), said);
        assertEquals("policy HIDDEN", SERVER.pins("INVENTORY.DEV.LONE"));
    }

    @Test
    void aTableWithAPolicyAndAnotherDescriptionStaysItself() {
        layers().publishBy("auto");
        shop().execute("alter table inventory.dev.orders modify column v set masking policy hidden");
        shop().file(
                        "models/models.yml",
                        "version: 2\n"
                                + "models: [{name: orders, description: all, config: {persist_docs: {relation:"
                                + " true}}}]\n");
        shop().assay("build").ends(0);
        assertEquals("policy HIDDEN", SERVER.pins("INVENTORY.DEV.ORDERS"));
        assertEquals("all", shop().one("select comment from information_schema.tables where table_name = 'ORDERS'"));
    }
}
