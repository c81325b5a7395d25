package dev.assay.warehouse.postgres;

import static dev.assay.warehouse.postgres.PostgresShop.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A crash of the server empties UNLOGGED tables: such a candidate is not published, and such a table is not proven. */
class UnloggedTablesTest {

    private static final String PROVEN = "status --require-proven";

    @TempDir
    private Path folder;

    private PostgresServer server;
    private PostgresShop shop;

    @BeforeEach
    void begin() {
        server = PostgresServer.start();
        shop = new PostgresShop(folder, server);
        unlogged(1);
        shop.model("shown", "select v from ${ref(\"t\")}");
        shop.model("none", config("") + "select 1 as v where false");
        shop.assay("build").ends(0);
    }

    @AfterEach
    void end() {
        server.crash();
    }

    private static String config(String more) {
        return "[@config materialized=\"table\" post_hook=[\"alter table ${this} set unlogged\"]" + more + " /] ";
    }

    private void unlogged(int version) {
        shop.model("t", config(" publish_group=\"g\"") + "select " + version + " as v");
    }

    private void crash() {
        server.crash();
        server.go();
    }

    @Test
    void aPublishedTableThatACrashEmptiedIsNotProven() {
        shop.requireServer(15, "on Postgres 14, nothing tells of rows that are gone");
        shop.assay(PROVEN.split(" ", -1)).ends(0);
        crash();
        assertEquals("0", shop.one("select count(*) from dev.t"));
        String said = shop.assay(PROVEN.split(" ", -1)).ends(1).text();
        assertTrue(said.contains("has lost its rows"), said);
    }

    @Test
    void publishingAKeptCandidateThatACrashEmptiedIsRefused() {
        unlogged(2);
        shop.assay("build", "--publish", "none").ends(0);
        crash();
        String said = shop.assay("publish", "--held", "t").ends(1).err();
        assertTrue(said.contains("error[candidate-outdated]: the candidate of `t` has lost the rows"), said);
        assertTrue(said.contains("UNLOGGED"), said);
        shop.assay("publish", "--held", "none").ends(0);
        shop.assay("build").ends(0);
        assertEquals("2", shop.one("select v from dev.t"));
    }

    @Test
    void aRetryBuildsSuchACandidateAgain() {
        unlogged(2);
        shop.model("bad", "[@config materialized=\"table\" publish_group=\"g\" /] select 1/0 as v");
        shop.assay("build").ends(1);
        crash();
        shop.model("bad", TABLE + "select 1 as v");
        shop.assay("retry").ends(0);
        assertEquals("2", shop.one("select v from dev.t"));
    }
}
