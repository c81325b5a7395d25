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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Candidates lie in a schema of their own, which no other role may use. */
class SnowflakeCandidatesTest {

    private static final String SCHEMA = "INVENTORY.DEV__ASSAY_CANDIDATE";
    private static final String FAILING =
            "select v from ${ref(\"orders\")} natural join ${ref(\"totals\")} where v = 2";

    @AutoClose
    private final SnowflakeServer server = SnowflakeServer.start();

    @TempDir
    private Path folder;

    private SnowflakeProject shop;

    @BeforeEach
    void shop() {
        shop = SnowflakeProject.fresh(server, folder);
        shop.execute("create schema inventory.dev");
        shop.model("orders", TABLE + "select 2 as v");
        shop.model("totals", "select v from ${ref(\"orders\")}");
    }

    private void hold() {
        shop.file("tests/failing.sql", FAILING);
        shop.assay("build").ends(1);
        assertEquals("2", shop.one("select v from dev__assay_candidate.totals"));
    }

    @Test
    void grantsOnFutureTablesOfTheSchemaMeetWhatIsPublishedOnly() {
        shop.execute(
                "grant select on future tables in schema inventory.dev to role analysts",
                "grant select on future views in schema inventory.dev to role analysts");
        hold();
        assertEquals("null", server.pins(SCHEMA + ".ORDERS"));
        assertEquals("null", server.pins(SCHEMA + ".TOTALS"));
        assertEquals("null", server.pins(SCHEMA));
        shop.model("orders", TABLE + "select 1 as v");
        shop.assay("build").ends(0);
        assertEquals("grant SELECT ANALYSTS", server.pins("INVENTORY.DEV.ORDERS"));
        assertEquals("grant SELECT ANALYSTS", server.pins("INVENTORY.DEV.TOTALS"));
        assertEquals("0", shop.leftovers());
    }

    /** They reach each new schema: what they grant there is taken back before anything is built. */
    @Test
    void grantsOfTheWholeDatabaseDoNotOpenTheSchema() {
        shop.execute(
                "grant usage on future schemas in database inventory to role analysts",
                "grant select on future tables in database inventory to role analysts");
        hold();
        assertEquals("null", server.pins(SCHEMA));
        shop.model("orders", TABLE + "select 1 as v");
        shop.assay("build").ends(0);
        assertEquals("grant SELECT ANALYSTS", server.pins("INVENTORY.DEV.ORDERS"));
    }

    /** Grants come at any time, also while no run looks; the first run may have ended before it took them back. */
    @Test
    void laterGrantsOnTheSchemaAreTakenBackByTheNextRun() {
        shop.execute("grant usage on future schemas in database inventory to role analysts");
        server.faults().breakAfter("revoke USAGE on schema", 0);
        shop.assay("build", "--threads", "1");
        assertTrue(server.faults().broke());
        shop.endLeases();
        assertEquals("grant USAGE ANALYSTS", server.pins(SCHEMA));
        hold();
        assertEquals("null", server.pins(SCHEMA));
        shop.execute("grant usage on schema inventory.dev__assay_candidate to role analysts");
        shop.assay("build").ends(1);
        assertEquals("null", server.pins(SCHEMA));
    }

    /** A grant on all future schemas may include the right to create; it does not make its role one that builds. */
    @Test
    void grantsOfAllRightsOnFutureSchemasAreTakenBackAfterAKilledRun() {
        shop.execute(
                "grant usage on future schemas in database inventory to role analysts",
                "grant create table on future schemas in database inventory to role analysts");
        server.faults().breakAfter("revoke .* on schema", 0);
        shop.assay("build", "--threads", "1");
        assertTrue(server.faults().broke());
        shop.endLeases();
        hold();
        assertEquals("null", server.pins(SCHEMA));
    }

    /** REVOKE ignores what a role above ours has granted, and succeeds. */
    @Test
    void aGrantThatCannotBeTakenBackStopsTheRun() {
        hold();
        shop.execute("grant usage on schema inventory.dev__assay_candidate to role analysts granted by another");
        String said = shop.assay("build").ends(1).text();
        assertTrue(said.contains("the role ANALYSTS may still see the schema dev__assay_candidate"), said);
        assertTrue(
                said.contains(
                        "ask for: revoke USAGE on schema \"DEV__ASSAY_CANDIDATE\" from role \"ANALYSTS\" cascade"),
                said);
    }

    /** An administrator lets a second role build: it may create tables there, and keeps its grants. */
    @Test
    void aSecondRoleThatBuildsKeepsItsGrants() {
        hold();
        shop.execute(
                "create role builder",
                "grant usage, create table, create view on schema inventory.dev__assay_candidate to role builder",
                "grant usage on schema inventory.dev__assay_candidate to role analysts");
        shop.assay("build").ends(1);
        assertEquals("grant CREATE TABLE BUILDER, grant CREATE VIEW BUILDER, grant USAGE BUILDER", server.pins(SCHEMA));
    }

    @Test
    void aSchemaThatBelongsToAnotherRoleIsRefusedWithTheGrantToAskFor() {
        shop.execute("create role dba", "grant ownership on future schemas in database inventory to role dba");
        String said = shop.assay("build").ends(1).text();
        assertTrue(said.contains("the schema dev__assay_candidate belongs to the role DBA"), said);
        assertTrue(
                said.contains("ask for: grant ownership on schema \"DEV__ASSAY_CANDIDATE\" to role \"TRANSFORMER\""
                        + " revoke current grants"),
                said);
        shop.execute("grant role dba to role transformer");
        shop.assay("build").ends(0);
    }

    /** Where the schema has grants of its own, those of the database do not count for its tables. */
    @Test
    void aNewTableHasTheGrantsOfItsSchema() {
        shop.execute(
                "create role loader",
                "create role owners",
                "grant role owners to role transformer",
                "grant select on future tables in database inventory to role analysts",
                "grant select on future tables in schema inventory.dev to role loader",
                "grant ownership on future tables in schema inventory.dev to role owners");
        shop.assay("build").ends(0);
        assertEquals("grant SELECT LOADER, inherited owner OWNERS", server.pins("INVENTORY.DEV.ORDERS"));
        assertEquals("0", shop.leftovers());
    }

    @Test
    void whoMayMakeNoSchemaIsToldWhatToAskFor() {
        server.faults().refuseAt("create schema .*__assay_candidate");
        String said = shop.assay("build").ends(1).text();
        assertTrue(said.contains("ask for: grant create schema on database INVENTORY to role TRANSFORMER"), said);
    }

    @Test
    void candidatesOfEarlierVersionsAreRemoved() {
        shop.assay("build").ends(0);
        shop.execute(
                "create table inventory.dev.orders__assay_candidate as select 9 as v",
                "create table inventory.dev.orders__assay_retired as select 9 as v");
        shop.assay("build").ends(0);
        assertEquals("0", shop.leftovers());
    }

    /** The catalog refuses an answer that is too large; the questions are asked again about fewer schemas. */
    @Test
    void aCatalogThatRefusesLargeAnswersIsAskedInParts() {
        shop.execute("create schema inventory.dev_b");
        for (int i = 0; i < 6; i++) {
            shop.model(
                    "a" + i,
                    "[@config materialized='table' publish_by='swap' /] select " + i + " as v, 1 as w, 2 as x");
            shop.model(
                    "b" + i,
                    "[@config materialized='table' publish_by='swap' schema='b' /] select " + i + " as v, 1 as w");
        }
        shop.assay("build").ends(0);
        server.mostCatalogRows(20);
        shop.assay("build").ends(0);
        assertEquals("0", shop.leftovers());
        server.mostCatalogRows(2);
        String said = shop.assay("build").ends(1).text();
        assertTrue(said.contains("returned too much data"), said);
        assertTrue(said.contains("help: build in a schema with fewer relations"), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZ_READER", "AA_READER"})
    void aRoleIsFoundAmongMoreThanCanBeShownAtOnce(String role) {
        for (int i = 0; i < 10_001; i++) {
            server.accounts().role("ROLE_" + i);
        }
        server.accounts().role(role);
        shop.model("orders", "[@config materialized='table' grants={'select': ['" + role + "']} /] select 1 as v");
        shop.assay("build").ends(0);
        assertEquals("grant SELECT " + role, server.pins("INVENTORY.DEV.ORDERS"));
    }
}
