package dev.assay.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.sql.Statement;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.facet.LeaseRenewal;
import dev.assay.warehouse.snowflake.SnowflakeCase;
import dev.assay.warehouse.snowflake.server.SnowflakeServer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lease of a run on Snowflake's stand-in, with a heart that beats faster than in life. */
class HeartbeatTest {

    private static final String SILENT = "select datediff(second, heartbeat_ts, sysdate()) from assay.leases";

    private final SnowflakeServer server = SnowflakeServer.start();
    private final Warehouse warehouse = SnowflakeCase.of(server);
    private Session held;

    @BeforeEach
    void enter() {
        held = warehouse.enter("dev", any -> {});
    }

    @AfterEach
    void stop() {
        held.close();
        server.close();
    }

    /** Everything as it is, but for the time between two beats. */
    private Warehouse quick() {
        return (Warehouse) Proxy.newProxyInstance(
                Warehouse.class.getClassLoader(), new Class<?>[] {Warehouse.class}, (any, method, arguments) -> {
                    if (method.getName().equals("facet") && arguments[0] == LeaseRenewal.class) {
                        return Optional.of(new LeaseRenewal(Duration.ofMillis(50)));
                    }
                    try {
                        return method.invoke(warehouse, arguments);
                    } catch (InvocationTargetException refused) {
                        throw refused.getCause();
                    }
                });
    }

    private void silentFor(int seconds) {
        held.execute(Statement.of(
                "grow old", "update assay.leases set heartbeat_ts = dateadd(second, -" + seconds + ", sysdate())"));
    }

    private void awaitBeat() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (held.query(Statement.of("look", SILENT)).number() > 60) {
            assertTrue(System.nanoTime() < end, "nothing was heard");
            Thread.sleep(20);
        }
    }

    private static boolean beats() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("assay-heartbeat") && thread.isAlive());
    }

    @Test
    void aRunThatLastsIsHeardOfUntilItsEnd() throws InterruptedException {
        var heartbeat = new Heartbeat(quick());
        try {
            for (int round = 0; round < 3; round++) {
                silentFor(170);
                awaitBeat();
            }
            assertTrue(beats());
        } finally {
            heartbeat.close();
        }
        assertTrue(!beats());
        assertEquals(1, server.sessions());
        silentFor(170);
        Thread.sleep(200);
        assertTrue(held.query(Statement.of("look", SILENT)).number() >= 170);
    }

    @Test
    void aBeatThatFailsIsFollowedByOneThatDoesNot() throws InterruptedException {
        var heartbeat = new Heartbeat(quick());
        try {
            silentFor(170);
            awaitBeat();
            server.faults().breakAt("update .*leases.* set heartbeat_ts = sysdate\\(\\)");
            silentFor(170);
            awaitBeat();
            assertTrue(server.faults().broke());
        } finally {
            heartbeat.close();
        }
        assertEquals(1, server.sessions());
    }

    /** It is the cut that asks: a beat of nobody's lease changes nothing. */
    @Test
    void whoseLeaseIsTakenDoesNotTakeItBack() throws InterruptedException {
        var heartbeat = new Heartbeat(quick());
        try {
            silentFor(0);
            held.execute(Statement.of("take", "update assay.leases set run_id = 'theirs', holder = 'them'"));
            silentFor(100);
            Thread.sleep(300);
            assertTrue(held.query(Statement.of("look", SILENT)).number() >= 100);
            var lost = assertThrows(WarehouseError.class, () -> warehouse.beat(held));
            assertEquals(WarehouseError.Kind.LOCKED, lost.kind());
        } finally {
            heartbeat.close();
        }
        held.execute(Statement.of("tidy up", "delete from assay.leases"));
    }
}
