package dev.assay.warehouse.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A subscriber of another database goes on getting what is published. */
class SubscriberTest {

    @TempDir
    private Path folder;

    @TempDir
    private Path other;

    @Test
    void aSubscriberOfTheSchemaGetsTheNextVersion() throws InterruptedException {
        var server = PostgresServer.start();
        var shop = new PostgresShop(folder, server).base(1);
        shop.requireServer(15, "Postgres 14 publishes no schemas");
        shop.execute("alter system set wal_level = logical");
        server.crash();
        server.go();
        shop.assay("build").ends(0);
        shop.execute(
                "alter table dev.base replica identity full",
                "create publication told for tables in schema dev",
                "select pg_create_logical_replication_slot('told', 'pgoutput')");
        var subscriber = new PostgresShop(other, server);
        subscriber.execute(
                "create schema dev",
                "create table dev.base (v int)",
                "create subscription told connection 'host=127.0.0.1 port=" + server.port() + " user=postgres dbname="
                        + shop.database() + "' publication told with (create_slot = false, slot_name = 'told')");
        assertEquals(List.of("1"), arrived(subscriber, "1"));
        String said = shop.base(2).assay("build").ends(0).err();
        assertTrue(said.contains("replication publication told"), said);
        assertEquals(List.of("2"), arrived(subscriber, "2"));
        subscriber.execute(
                "alter subscription told disable",
                "alter subscription told set (slot_name = none)",
                "drop subscription told");
        server.crash();
    }

    private static List<String> arrived(PostgresShop subscriber, String wanted) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        List<String> rows = List.of();
        while (!rows.equals(List.of(wanted)) && System.nanoTime() < end) {
            rows = subscriber.rows("select v from dev.base");
            Thread.sleep(50);
        }
        return rows;
    }
}
