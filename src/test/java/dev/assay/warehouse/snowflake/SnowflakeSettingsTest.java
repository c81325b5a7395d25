package dev.assay.warehouse.snowflake;

import static dev.assay.UserProject.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.warehouse.snowflake.server.Received;
import dev.assay.warehouse.snowflake.server.SnowflakeServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a model may ask of Snowflake alone. */
class SnowflakeSettingsTest {

    @AutoClose
    private static final SnowflakeServer SERVER = SnowflakeServer.start();

    private static final String ORDERS = "INVENTORY.DEV.ORDERS";

    @TempDir
    private Path folder;

    private SnowflakeProject shop;

    @BeforeEach
    void shop() {
        shop = SnowflakeProject.fresh(SERVER, folder);
    }

    private void orders(String config, String sql) {
        shop.model("orders", "[@config " + config + " /] " + sql);
    }

    private static List<Received> sent(String words) {
        return SERVER.received().stream()
                .filter(one -> one.sql().contains(words))
                .toList();
    }

    @Test
    void tablesAreTransientUnlessToldOtherwise() {
        orders("materialized='table'", "select 1 as n");
        shop.file("seeds/prices.csv", "n\n1\n");
        shop.assay("build").ends(0);
        assertEquals("true", SERVER.trait(ORDERS, "is_transient"));
        assertEquals("true", SERVER.trait("INVENTORY.DEV.PRICES", "is_transient"));
        shop.project("seeds: {+transient: false}\nmodels: {+transient: false}\n");
        shop.assay("build").ends(0);
        assertEquals("false", SERVER.trait(ORDERS, "is_transient"));
        assertEquals("false", SERVER.trait("INVENTORY.DEV.PRICES", "is_transient"));
    }

    @Test
    void tablesAreClusteredAndComeInThatOrder() {
        orders(
                "materialized='table' cluster_by=['v', 'substr(w, 1, 2)']",
                "select 2 as v, 'b' as w union all select 1, 'a'");
        shop.assay("build").ends(0);
        assertEquals("V, SUBSTR(W, 1, 2)", SERVER.trait(ORDERS, "clustered_by"));
        assertEquals("1", shop.one("select v from dev.orders limit 1"));
        orders("materialized='table' cluster_by='w'", "select 2 as v, 'b' as w");
        shop.assay("build").ends(0);
        assertEquals("W", SERVER.trait(ORDERS, "clustered_by"));
    }

    @Test
    void viewsMayHideTheirWords() {
        orders("secure=true", "select 1 as n");
        shop.assay("build").ends(0);
        assertEquals("true", SERVER.trait(ORDERS, "is_secure"));
        orders("secure=false", "select 2 as n");
        shop.assay("build").ends(0);
        assertEquals("false", SERVER.trait(ORDERS, "is_secure"));
    }

    @Test
    void whoMightReadTheOldOneMayReadTheNewOne() {
        for (String config : new String[] {"materialized='table' publish_by='swap'", "materialized='view'"}) {
            orders(config + " copy_grants=true", "select 1 as n");
            shop.assay("build").ends(0);
            String kind = config.contains("'view'") ? "view" : "table";
            shop.execute("grant select on " + kind + " inventory.dev.orders to role analysts");
            orders(config + " copy_grants=true", "select 2 as n, 'x' as w");
            shop.assay("build").ends(0);
            assertEquals("grant SELECT ANALYSTS", SERVER.pins(ORDERS), config);
            assertEquals("2", shop.one("select n from dev.orders"));
            orders(config + " copy_grants=false", "select 3 as n");
            shop.assay("build").ends(0);
            assertEquals("null", SERVER.pins(ORDERS), config);
        }
    }

    @Test
    void aModelComputesWhereItWants() {
        orders("materialized='table' snowflake_warehouse='big'", "select 1 as where_it_is");
        shop.model("later", TABLE + "select 1 as after_it from ${ref('orders')}");
        shop.assay("build", "--threads", "1").ends(0);
        assertEquals("BIG", sent("where_it_is").getFirst().warehouse());
        assertEquals("TRANSFORMING", sent("after_it").getFirst().warehouse());
    }

    @Test
    void afterAnErrorTheSessionIsWhereItBelongs() {
        orders("materialized='table' snowflake_warehouse='big'", "select nonsense");
        shop.model("later", TABLE + "select 1 as beside_it");
        shop.assay("build", "--threads", "1").ends(1);
        assertEquals("TRANSFORMING", sent("beside_it").getFirst().warehouse());
        orders("materialized='table' snowflake_warehouse='biig'", "select 1 as n");
        String said = shop.assay("build", "--threads", "1").ends(1).text();
        assertTrue(said.contains("Snowflake does not let us compute on `BIIG`"), said);
        assertTrue(said.contains("models/orders.sql:1:"), said);
        assertEquals("1", shop.one("select count(*) from dev.later"));
    }

    @Test
    void whereTheProfileNamesNoWarehouseItGoesBackToTheUsersOwn() throws IOException {
        Path profiles = folder.resolve("profiles.yml");
        Files.writeString(profiles, Files.readString(profiles).replaceAll("warehouse: transforming", ""));
        orders("materialized='table' snowflake_warehouse='big'", "select 1 as away");
        shop.model("later", TABLE + "select 1 as at_home from ${ref('orders')}");
        shop.assay("build", "--threads", "1").ends(0);
        assertEquals("BIG", sent("away").getFirst().warehouse());
        assertEquals("TRANSFORMING", sent("at_home").getFirst().warehouse());
    }

    @Test
    void aModelMayHaveATagOfItsOwn() {
        orders("materialized='table' query_tag='nightly'", "select 1 as tagged_one");
        shop.model("later", TABLE + "select 1 as usual_one from ${ref('orders')}");
        shop.assay("build", "--threads", "1").ends(0);
        assertTrue(sent("tagged_one").getFirst().tag().matches("nightly run=[0-9a-f-]{36} node=model.shop.orders"));
        assertTrue(sent("usual_one").getFirst().tag().matches("assay run=[0-9a-f-]{36} node=model.shop.later"));
    }

    @Test
    void whatIsNoValueIsRefusedWhereItStands() {
        orders("materialized='table' cluster_by=['v) as select 1; --']", "select 1 as v");
        String said = shop.assay("build").ends(2).text();
        assertTrue(said.contains("models/orders.sql:1:"), said);
        assertTrue(said.contains("no column and no expression to cluster by"), said);
        orders("materialized='table' transient='perhaps'", "select 1 as v");
        String flag = shop.assay("build").ends(2).text();
        assertTrue(flag.contains("models/orders.sql:1:") && flag.contains("transient"), flag);
        orders("materialized='table' database='elsewhere'", "select 1 as v");
        String other = shop.assay("build").ends(2).text();
        assertTrue(other.contains("builds nothing in another database on Snowflake"), other);
        assertTrue(other.contains("models/orders.sql:1:"), other);
        orders("materialized='table' publish_by='difference'", "select 1 as v");
        String way = shop.assay("build").ends(0).text();
        assertTrue(way.contains("Snowflake does not publish by `difference`"), way);
    }

    @Test
    void aMomentThatIsTooFarBackIsRefusedInSnowflakesWords() {
        shop.execute(
                "create schema if not exists inventory.raw",
                "create or replace table inventory.raw.taken as select 1 as n");
        shop.file("models/raw.yml", "version: 2\nsources: [{name: raw, at: 2001-01-01, tables: [{name: taken}]}]\n");
        orders("materialized='table'", "select n from ${source('raw', 'taken')}");
        String said = shop.assay("build").ends(1).text();
        assertTrue(said.contains("Time travel data is not available for table INVENTORY.RAW.TAKEN"), said);
        assertEquals(
                1,
                SERVER.received().stream()
                        .filter(one -> one.sql()
                                .contains("\"RAW\".\"TAKEN\" at (timestamp => '2001-01-01T00:00:00Z'::timestamp_tz)"))
                        .count());
        shop.file("models/raw.yml", "version: 2\nsources: [{name: raw, tables: [{name: taken, at: yesterday}]}]\n");
        said = shop.assay("build").ends(2).text();
        assertTrue(said.contains("`yesterday` is no moment, as `at` of table `taken`"), said);
        assertTrue(said.contains("models/raw.yml:2:"), said);
    }

    /** One of the two would be read at the other's moment. */
    @Test
    void oneTableIsNotReadAtTwoMoments() {
        shop.file(
                "models/raw.yml",
                "version: 2\nsources: [{name: raw, tables: [{name: taken}, {name: before, identifier: taken,"
                        + " at: 2026-11-01}]}]\n");
        orders("materialized='table'", "select * from ${source('raw', 'taken')}, ${source('raw', 'before')}");
        String said = shop.assay("build").ends(2).text();
        assertTrue(said.contains("are one table, and cannot be read at two moments in one project"), said);
        assertTrue(said.contains("models/raw.yml:2:"), said);
    }
}
