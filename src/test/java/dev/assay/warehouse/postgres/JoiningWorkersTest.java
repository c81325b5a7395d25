package dev.assay.warehouse.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.sql.Statement;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.kit.Ground;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A worker's first connection, which the server closes before the worker has joined the run. */
class JoiningWorkersTest {

    private static final String WAITING = "select pid from pg_stat_activity where wait_event_type = 'Lock'"
            + " and wait_event = 'advisory' and datname = current_database()";

    @ParameterizedTest
    @MethodSource("dev.assay.warehouse.postgres.PostgresGround#server")
    void anotherConnectionTakesItsPlace(Ground server) throws InterruptedException {
        try (Warehouse warehouse = server.connect();
                Warehouse beside = server.connect();
                Session other = beside.open();
                Session run = warehouse.enter("joining", any -> {})) {
            ask(other, "select 1 from (select pg_advisory_lock(hashtextextended('assay work joining', 0))) as locked");
            var worker = CompletableFuture.supplyAsync(warehouse::open);
            boolean isEnded = false;
            for (int i = 0; i < 400 && !isEnded; i++) {
                Thread.sleep(25);
                isEnded = ask(other, "select count(pg_terminate_backend(pid)) from (" + WAITING + ") as waiting") == 1;
            }
            assertTrue(isEnded, "no worker waited");
            ask(other, "select 1 from (select pg_advisory_unlock(hashtextextended('assay work joining', 0))) as free");
            try (Session joined = worker.join()) {
                assertEquals(7, ask(joined, "select 7"));
            }
            assertEquals(1, ask(run, "select 1"));
        }
    }

    private static long ask(Session session, String sql) {
        return session.query(Statement.of("ask", sql)).number();
    }
}
