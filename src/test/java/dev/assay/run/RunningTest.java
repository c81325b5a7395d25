package dev.assay.run;

import static dev.assay.UserProject.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.UserProject.Said;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes on around the candidates: hooks, tests after the cut, kept rows, refusals, leftovers. */
class RunningTest {

    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeEach
    void shop() {
        shop = new Shop(folder);
        shop.model("orders", TABLE + "select 1 as v");
    }

    @Test
    void aHookBeforeTheRunThatFailsSkipsEverything() {
        shop.file("tests/any.sql", "select * from ${ref(\"orders\")}, ${ref(\"orders2\")}");
        shop.model("orders2", "select 1 as v");
        shop.project("on-run-start: \"select error('not today')\"\n");
        Said said = shop.assay("build").ends(1);
        assertTrue(said.err().contains("not today"), said.err());
        assertTrue(said.err().contains("needs the hook on-run-start, which failed"), said.err());
        assertEquals(List.of(), shop.relations());
        assertEquals("failed unproven", shop.registered("orders"));
        shop.project("");
        shop.file("tests/any.sql", "select * from ${ref(\"orders\")}, ${ref(\"orders2\")} where false");
        shop.assay("build").ends(0);
    }

    @Test
    void aHookAfterThePublicationThatFailsLeavesTheData() {
        shop.model(
                "orders",
                "[@config materialized=\"table\" after_publish=\"select error('too late')\" /] select 1 as v");
        Said said = shop.assay("build").ends(1);
        assertTrue(said.err().contains("too late"), said.err());
        assertEquals("1", shop.one("select v from dev.orders"));
    }

    @Test
    void aHookAfterThePublicationThatIsNoTemplateLeavesTheData() {
        shop.model(
                "orders", "[@config materialized=\"table\" after_publish=\"select ${'$'}{nobody}\" /] select 1 as v");
        shop.assay("build").ends(1);
        assertEquals("1", shop.one("select v from dev.orders"));
    }

    @Test
    void hooksOfANodeTouchItsCandidate() {
        shop.assay("build").ends(0);
        shop.yaml("""
            models:
              - name: orders
                config:
                  post_hook: "insert into ${this} values (3)"
                  after_publish: "create table dev.seen as select max(v) + 2 as v from ${this}"
                columns: [{name: v, data_tests: [{accepted_values: {values: [1, 2]}}]}]
            """);
        shop.assay("build").ends(1);
        assertEquals("1", shop.one("select string_agg(v, ',' order by v) from dev.orders"));
        shop.yaml("""
            models:
              - name: orders
                config:
                  post_hook: "insert into ${this} values (3)"
                  after_publish: "create table dev.seen as select max(v) + 2 as v from ${this}"
                columns: [{name: v, data_tests: [{accepted_values: {values: [1, 2, 3]}}]}]
            """);
        shop.assay("build").ends(0);
        assertEquals("1,3", shop.one("select string_agg(v, ',' order by v) from dev.orders"));
        assertEquals("5", shop.one("select v from dev.seen"));
    }

    @Test
    void aTestAfterTheCutMakesTheDataSuspectAndLeavesThem() {
        shop.yaml("""
            models:
              - name: orders
                columns: [{name: v, data_tests: [{accepted_values: {values: [1], config: {gate: after}}}]}]
            """);
        shop.assay("build").ends(0);
        assertEquals("published proven 1", shop.registered("orders"));
        shop.model("orders", TABLE + "select 2 as v");
        shop.assay("build").ends(1);
        assertEquals("2", shop.one("select v from dev.orders"));
        assertEquals("published suspect 2", shop.registered("orders"));
        shop.model("orders", TABLE + "select 1 as v");
        shop.assay("build").ends(0);
        assertEquals("published proven 3", shop.registered("orders"));
    }

    @Test
    void aTestAfterTheCutWaitsWhereNothingWasCut() {
        shop.file("tests/after.sql", "[@config gate=\"after\" /] select * from ${ref(\"orders\")} where v > 1");
        shop.yaml("models: [{name: orders, columns: [{name: v, data_tests: [not_null]}]}]");
        shop.model("orders", TABLE + "select cast(null as integer) as v");
        Said said = shop.assay("build").ends(1);
        assertTrue(said.err().contains("after"), said.err());
    }

    @Test
    void aTestThatIsOffDoesNotRun() {
        shop.yaml("models: [{name: orders, columns: [{name: v, data_tests: [{accepted_values: {values: [7], config:"
                + " {gate: off}}}]}]}]");
        shop.assay("build").ends(0);
    }

    @Test
    void aStrictProjectRefusesLiveViewsBeforeAnythingRuns() {
        shop.execute("create schema raw", "create table raw.orders as select 1 as v");
        shop.file("models/sources.yml", "version: 2\nsources: [{name: raw, tables: [{name: orders}]}]\n");
        shop.model("live", "select * from ${source(\"raw\", \"orders\")}");
        shop.model("above", "select * from ${ref(\"live\")}");
        shop.assay("build").ends(0);
        assertEquals("published live 1", shop.registered("above"));
        shop.project("gate: strict\n");
        Said said = shop.assay("build").ends(2);
        assertTrue(said.err().contains("live-view"), said.err());
        assertTrue(said.err().contains("`above`"), said.err());
        shop.model("live", TABLE + "select * from ${source(\"raw\", \"orders\")}");
        shop.assay("build").ends(0);
    }

    @Test
    void readersAreToldWhichGenerationTheyStillSee() {
        shop.yaml("models: [{name: orders, columns: [{name: v, data_tests: [not_null]}]}]");
        shop.assay("build").ends(0);
        shop.assay("build").ends(0);
        shop.model("orders", TABLE + "select cast(null as integer) as v");
        Said said = shop.assay("build").ends(1);
        assertTrue(said.err().contains("readers still see generation 2"), said.err());
    }

    @Test
    void failingRowsAreKeptAndTheSecondRunReplacesThem() {
        shop.yaml("models: [{name: orders, columns: [{name: v, data_tests: [{not_null: {name: known, config:"
                + " {store_failures: true}}}]}]}]");
        shop.model("orders", TABLE + "select cast(null as integer) as v");
        shop.assay("build").ends(1);
        assertEquals("1", shop.one("select count(*) from dev_dbt_test__audit.known"));
        shop.model("orders", TABLE + "select cast(null as integer) as v from range(3)");
        shop.assay("build").ends(1);
        assertEquals("3", shop.one("select count(*) from dev_dbt_test__audit.known"));
        shop.assay("build", "--no-tests").ends(0);
        shop.assay("test").ends(1);
    }

    @Test
    void keptRowsOutliveTheCandidateThatTheyWereFoundIn() {
        shop.yaml("""
            models:
              - name: orders
                columns:
                  - name: v
                    data_tests: [{not_null: {name: known, config: {severity: warn, store_failures_as: view}}}]
            """);
        shop.model("orders", TABLE + "select cast(null as integer) as v");
        shop.assay("build").ends(0);
        assertEquals("1", shop.one("select count(*) from dev_dbt_test__audit.known"));
        shop.assay("test").ends(0);
        assertEquals("1", shop.one("select count(*) from dev_dbt_test__audit.known"));
        shop.assay("build").ends(0);
        assertEquals("1", shop.one("select count(*) from dev_dbt_test__audit.known"));
    }

    @Test
    void whatTheWarehouseRefusesToPublishIsHeldByNameAndTheRestIsPublished() {
        shop.model("base", TABLE + "select 1 as v, 1 as extra");
        shop.model("reader", "select v from ${ref(\"base\")}");
        shop.model("above", TABLE + "select v from ${ref(\"reader\")}");
        shop.assay("build").ends(0);
        // readers see a base without `extra`; the view that wants it is good as a candidate and bad over what is
        // published
        shop.execute("alter table dev.base drop column extra");
        shop.model("reader", "select v, extra from ${ref(\"base\")}");
        shop.model("orders", TABLE + "select 2 as v");
        Said said = shop.assay("build", "--exclude", "base").ends(1);
        assertEquals("2", shop.one("select v from dev.orders"));
        assertTrue(said.err().contains("reader"), said.err());
        assertEquals(
                List.of("v"),
                shop.rows("select column_name from information_schema.columns where table_name = 'reader'"));
    }

    @Test
    void aCutThatTheEngineRefusesLeavesNothingBehind() {
        shop.model("lone", TABLE + "select 1 as v");
        shop.assay("build").ends(0);
        // a foreign key makes the engine refuse to rename the table it points at
        shop.execute(
                "drop table dev.orders",
                "create table dev.orders (v integer primary key)",
                "insert into dev.orders values (1)",
                "create table dev.theirs (v integer references dev.orders (v))");
        shop.model("orders", TABLE + "select 2 as v");
        shop.model("lone", TABLE + "select 2 as v");
        shop.model("above", TABLE + "select v from ${ref(\"orders\")}");
        Said said = shop.assay("build").ends(1);
        assertTrue(said.err().contains("refused to publish `orders`"), said.err());
        assertEquals("1", shop.one("select v from dev.orders"));
        assertEquals("2", shop.one("select v from dev.lone"));
        assertFalse(shop.relations().contains("above table"));
        shop.execute("drop table dev.theirs");
        shop.assay("build").ends(0);
        assertEquals("2", shop.one("select v from dev.orders"));
        assertEquals(List.of(), shop.leftovers());
    }

    @Test
    void aRenamedModelLeavesTheOldRelationAlone() {
        shop.assay("build").ends(0);
        shop.without("models/orders.sql").model("purchases", TABLE + "select 1 as v");
        shop.assay("build").ends(0);
        assertEquals(List.of("orders table", "purchases table"), shop.relations());
    }

    @Test
    void aLongChainOfViewsBuildsAndOneThatIsTooLongIsRefused() {
        chain(250);
        shop.assay("build").ends(0);
        assertEquals("1", shop.one("select v from dev.v249"));
        chain(600);
        Said said = shop.assay("build").ends(2);
        assertTrue(said.err().contains("600 views stand on each other, DuckDB bears 300"), said.err());
    }

    private void chain(int length) {
        shop.model("v1", "select 1 as v");
        for (int i = 2; i <= length; i++) {
            shop.model("v" + i, "select * from ${ref(\"v" + (i - 1) + "\")}");
        }
    }

    @Test
    void whatABrokenOffRunHasLeftIsSweptAndWhatIsNotOursStays() {
        shop.assay("build").ends(0);
        shop.execute(
                "create table dev.orders__assay_candidate as select 9 as v",
                "create table dev.orders__assay_retired as select 9 as v",
                "create view dev.gone__assay_candidate as select * from dev.orders",
                "create table dev.theirs as select 9 as v");
        shop.assay("build").ends(0);
        assertEquals(List.of("orders table", "theirs table"), shop.relations());
    }
}
