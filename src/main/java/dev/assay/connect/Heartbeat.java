package dev.assay.connect;

import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.facet.LeaseRenewal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Says to a warehouse that asks for it that a run is still at work, also while a single statement takes long. Its session is
 * opened when there is something to say first: short runs never have one.
 */
final class Heartbeat implements AutoCloseable {

    private final Warehouse warehouse;
    private final Optional<Thread> thread;
    private final CountDownLatch over = new CountDownLatch(1);

    Heartbeat(Warehouse warehouse) {
        this.warehouse = warehouse;
        this.thread = warehouse
                .facet(LeaseRenewal.class)
                .map(renewal -> new Thread(() -> beat(renewal.interval()), "assay-heartbeat"));
        thread.ifPresent(beating -> {
            beating.setDaemon(true);
            beating.start();
        });
    }

    private void beat(Duration every) {
        Optional<Session> session = Optional.empty();
        try {
            while (!over.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                session = beat(session);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            session.ifPresent(Heartbeat::close);
        }
    }

    /** A beat that fails may be followed by one that does not; if none does, the next cut is told. */
    private Optional<Session> beat(Optional<Session> session) {
        Optional<Session> current = session;
        try {
            current = Optional.of(session.orElseGet(warehouse::open));
            warehouse.beat(current.get());
            return current;
        } catch (WarehouseError refusal) {
            current.ifPresent(Heartbeat::close);
            return Optional.empty();
        }
    }

    private static void close(Session session) {
        try {
            session.close();
        } catch (WarehouseError gone) {
            // It is of no further use either way.
            return;
        }
    }

    @Override
    public void close() {
        over.countDown();
        thread.ifPresent(beating -> {
            try {
                beating.join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
