package dev.assay.warehouse.snowflake;

import static dev.assay.UserProject.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.warehouse.snowflake.server.Received;
import dev.assay.warehouse.snowflake.server.SnowflakeServer;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No cut replaces a table that a policy protects by one that it does not protect. */
class SnowflakePolicyTest {

    @AutoClose
    private static final SnowflakeServer SERVER = SnowflakeServer.start();

    private static final String BIG =
            "select a.n from (select unnest(range(1000)) as n) a cross join (select unnest(range(110)) as n) b";

    @TempDir
    private Path folder;

    private SnowflakeProject shop;

    /** orders (table) → totals (view) → report (table), and beside them lone (table). */
    @BeforeEach
    void shop() {
        shop = SnowflakeProject.fresh(SERVER, folder);
        publishBy("swap");
        version(1);
        shop.assay("build").ends(0);
        assertEquals("1 1 1 1", seen());
    }

    private void publishBy(String way) {
        shop.project("models:\n  shop: {+publish_by: " + way + "}\n");
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

    private List<String> sentSince(int before) {
        return SERVER.receivedSince(before).stream().map(Received::sql).toList();
    }

    private static int first(List<String> sent, String pattern) {
        for (int i = 0; i < sent.size(); i++) {
            if (Pattern.compile(pattern, Pattern.DOTALL).matcher(sent.get(i)).find()) {
                return i;
            }
        }
        throw new AssertionError(pattern + " is not in " + sent);
    }

    /** The other role's table can only be overwritten, and does not tell of its policies. */
    @Test
    void oneTableThatKeepsItsPoliciesFromUsDoesNotHideThoseOfOthers() {
        publishBy("auto");
        String big = TABLE + "select 1 as v, n from (" + BIG + ") as many";
        shop.model("orders", big);
        shop.model("lone", big);
        shop.assay("build").ends(0);
        shop.execute(
                "grant ownership on table inventory.dev.orders to role analysts",
                "alter table inventory.dev.lone modify column v set masking policy hidden");
        int before = SERVER.received().size();
        shop.assay("build").ends(0);
        first(sentSince(before), "insert overwrite .*\"LONE\"");
        first(sentSince(before), "insert overwrite .*\"ORDERS\"");
        assertEquals("policy HIDDEN", SERVER.pins("INVENTORY.DEV.LONE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "swap", "overwrite"})
    void aTableWithAPolicyAndOtherColumnsIsHeld(String way) {
        publishBy(way);
        shop.execute("alter table inventory.dev.lone modify column v set masking policy hidden");
        version(2);
        shop.model("lone", TABLE + "select 2 as v, 'x' as w");
        String said = shop.assay("build").ends(1).text();
        assertTrue(said.contains("a masking or row access policy stands on the table"), said);
        assertTrue(said.contains("models/lone.sql"), said);
        assertEquals("policy HIDDEN", SERVER.pins("INVENTORY.DEV.LONE"));
        assertEquals("2 2 2 1", seen());
        shop.execute("alter table inventory.dev.lone modify column v unset masking policy");
        shop.assay("build").ends(0);
        assertEquals("2 2 2 2", seen());
    }

    @Test
    void aTableWithAPolicyIsNotReplacedByAView() {
        publishBy("auto");
        shop.execute("alter table inventory.dev.lone modify column v set masking policy hidden");
        shop.model("lone", "select 2 as v");
        String said = shop.assay("build").ends(1).text();
        assertTrue(said.contains("a masking or row access policy stands on the table"), said);
        assertEquals("policy HIDDEN", SERVER.pins("INVENTORY.DEV.LONE"));
    }

    @Test
    void aTableWithAPolicyAndAnotherDescriptionStaysItself() {
        publishBy("auto");
        shop.execute("alter table inventory.dev.orders modify column v set masking policy hidden");
        shop.file(
                "models/models.yml",
                "version: 2\nmodels: [{name: orders, description: all, config: {persist_docs: {relation: true}}}]\n");
        shop.assay("build").ends(0);
        assertEquals("policy HIDDEN", SERVER.pins("INVENTORY.DEV.ORDERS"));
        assertEquals("all", shop.one("select comment from information_schema.tables where table_name = 'ORDERS'"));
    }
}
