package dev.assay.warehouse.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run that waits for locks of others, beside readers, names whose they are and does not wait for ever. */
@Timeout(120)
class LockWaitsTest {

    @TempDir
    private Path folder;

    private PostgresShop shop;

    @BeforeEach
    void aTableThatStaysItself() {
        shop = new PostgresShop(folder);
        shop.profile("user: postgres, publish_wait: 2");
        table(1);
        shop.assay("build").ends(0);
    }

    private void table(int version) {
        shop.model("t", "[@config materialized=\"table\" publish_by=\"difference\" /] select " + version + " as v");
    }

    @Test
    void whoHasLockedARowIsNamed() throws SQLException {
        table(2);
        try (var writer = PostgresServer.shared().connect(shop.database(), "postgres");
                var reader = PostgresServer.shared().connect(shop.database(), "postgres")) {
            reader.setAutoCommit(false);
            reader.createStatement().execute("select v from dev.t");
            writer.setAutoCommit(false);
            writer.createStatement().execute("update dev.t set v = v");
            String pid = shop.one(
                    "select pid from pg_locks where relation = 'dev.t'::regclass and mode = 'RowExclusiveLock'");
            String said = shop.assay("build").ends(1).err();
            assertTrue(said.contains("the publication waits for process " + pid + " "), said);
            assertTrue(said.contains("which has locked dev.t since"), said);
            assertTrue(said.contains("error[publication-blocked]"), said);
            assertTrue(said.contains("the publication waited 2 s for process " + pid + " "), said);
            assertTrue(!said.contains(" more"), said);
            writer.rollback();
        }
        shop.assay("retry").ends(0);
        assertEquals("2", shop.one("select v from dev.t"));
    }

    /** Such a key is what a killed run has left. */
    @Test
    void whoKeepsAKeyFromBeingValidatedIsNamed() throws SQLException {
        shop.execute(
                "create table dev.parents (id int primary key)",
                "create table dev.children (parent int)",
                "alter table dev.children add constraint leads foreign key (parent) references dev.parents (id) not"
                        + " valid",
                "comment on constraint leads on dev.children is 'assay of old'");
        try (var other = PostgresServer.shared().connect(shop.database(), "postgres")) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table dev.children in share update exclusive mode");
            table(3);
            String said = shop.assay("build").ends(0).err();
            assertTrue(said.contains("which has locked dev.children"), said);
            assertTrue(said.contains("could not hold all rows of `dev.children` against its key"), said);
            other.rollback();
        }
        table(4);
        shop.assay("build").ends(0);
        assertEquals("t", shop.one("select convalidated from pg_constraint where conname = 'leads'"));
    }
}
