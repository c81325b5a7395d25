package dev.assay.warehouse.snowflake;

import static dev.assay.UserProject.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.snowflake.server.SnowflakeServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs on one environment take turns, and one that is gone is in nobody's way. */
class SnowflakeLeaseTest {

    @AutoClose
    private static final SnowflakeServer SERVER = SnowflakeServer.start();

    private static final String HELD = "select count(*) from assay.leases";

    @TempDir
    private Path folder;

    private SnowflakeProject shop;

    @BeforeEach
    void shop() {
        shop = SnowflakeProject.fresh(SERVER, folder);
        shop.model("orders", TABLE + "select 1 as v");
    }

    private static Warehouse warehouse() {
        return SnowflakeCase.of(SERVER);
    }

    private void holder(String words, String machine) {
        shop.execute("update assay.leases set holder = '" + words + "', machine = '" + machine + "'");
    }

    @Test
    void whoComesSecondIsToldWhoWasFirst() {
        try (Session held = warehouse().enter("dev", any -> {})) {
            String said = shop.assay("build", "--lease-wait", "0").ends(3).text();
            assertTrue(said.contains("process " + ProcessHandle.current().pid() + " on "), said);
            assertTrue(said.contains("builds in `dev`"), said);
            assertEquals(1, SnowflakeCase.query(held, HELD).number());
        }
        shop.assay("build").ends(0);
        assertEquals("0", shop.one(HELD));
        assertEquals("1", shop.one("select v from dev.orders"));
    }

    /** Snowflake answers alike where there is no registry yet, and where the role may not use it. */
    @Test
    void aRoleWithoutRightsOnTheRegistryIsToldWhatToAskFor() {
        SERVER.faults().refuseAt("create schema .*\"ASSAY\"");
        String said = shop.assay("build").ends(1).text();
        assertTrue(said.contains("ask for: grant usage, create table on schema assay to role TRANSFORMER"), said);
        assertTrue(said.contains("grant select, insert, update, delete on all tables in schema assay"), said);
        shop.execute("create schema inventory.assay");
        int before = SERVER.received().size();
        shop.assay("build").ends(0);
        assertTrue(SentStatements.since(SERVER, before).stream()
                .noneMatch(sql -> sql.startsWith("create schema if not exists \"ASSAY\"")));
    }

    @Test
    void ofManyThatComeAtOnceOneIsFirst() {
        warehouse().enter("another", any -> {}).close();
        List<CompletableFuture<Boolean>> running = IntStream.range(0, 6)
                .mapToObj(any -> CompletableFuture.supplyAsync(SnowflakeLeaseTest::enters))
                .toList();
        long inside = running.stream().filter(CompletableFuture::join).count();
        assertTrue(inside <= 1, () -> inside + " runs have it");
        shop.execute("delete from assay.leases");
        assertTrue(enters());
    }

    /** Does not leave, as long as the test goes on. */
    private static boolean enters() {
        try {
            return warehouse().enter("dev", any -> {}) != null;
        } catch (WarehouseError refusal) {
            assertEquals(WarehouseError.Kind.LOCKED, refusal.kind(), refusal.words());
            return false;
        }
    }

    @Test
    void oneThatWasNotHeardOfForLongHasEndedAndIsToldSo() {
        Warehouse first = warehouse();
        try (Session held = first.enter("dev", any -> {})) {
            holder("process 7 on another-host", "elsewhere");
            shop.execute("update assay.leases set heartbeat_ts = dateadd(second, -590, sysdate())");
            assertEquals(
                    WarehouseError.Kind.LOCKED,
                    assertThrows(WarehouseError.class, () -> warehouse().enter("dev", any -> {}))
                            .kind());
            first.beat(held);
            shop.execute("update assay.leases set heartbeat_ts = dateadd(second, -610, sysdate())");
            try (Session other = warehouse().enter("dev", any -> {})) {
                var lost = assertThrows(WarehouseError.class, () -> first.beat(held));
                assertTrue(lost.words().startsWith("another run has taken `dev`"), lost.words());
                assertEquals(1, SnowflakeCase.query(other, HELD).number());
            }
        }
    }

    /** The run that lost it built a candidate, and publishes nothing. */
    @Test
    void whoHasLostItPublishesNothing() {
        shop.assay("build").ends(0);
        shop.model(
                "orders",
                "[@config materialized=\"table\" post_hook=\"update assay.leases set run_id = 'theirs'\" /]"
                        + " select 2 as v");
        String said = shop.assay("build").ends(3).text();
        assertTrue(said.contains("error[database-locked]: the run was broken off: another run has taken `dev`"), said);
        assertTrue(said.contains("nothing of this run is known to be published; what readers see: assay status"), said);
        assertTrue(said.contains("build again: assay build"), said);
        assertEquals("1", shop.one("select v from dev.orders"));
        assertEquals("2", shop.one("select v from dev__assay_candidate.orders"), "the other run may need it");
    }

    /** What it had published before stays, and is named. */
    @Test
    void whoLosesItInTheMiddleSaysWhatIsPublished() {
        shop.model("first", "[@config materialized=\"table\" /] select 1 as v");
        shop.model(
                "orders",
                "[@config materialized=\"table\" post_hook=\"update assay.leases set run_id = 'theirs'\" /]"
                        + " select v from ${ref('first')}");
        String said = shop.assay("build", "--publish", "each").ends(3).text();
        assertTrue(said.contains("published, and stays so: generation 1 of first"), said);
        assertEquals("1", shop.one("select v from dev.first"));
    }

    @Test
    void whoWasKilledBesideUsIsInNobodysWay() throws IOException, InterruptedException {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        try (Session held = warehouse().enter("dev", any -> {})) {
            holder("process " + gone.pid() + " on here", LeaseHolder.self().machine());
            shop.assay("build", "--lease-wait", "0").ends(0);
            assertEquals(0, SnowflakeCase.query(held, HELD).number());
        }
        try (Session held = warehouse().enter("dev", any -> {})) {
            holder("process " + gone.pid() + " on here", "elsewhere");
            shop.assay("build", "--lease-wait", "0").ends(3);
            assertEquals(1, SnowflakeCase.query(held, HELD).number());
        }
    }
}
