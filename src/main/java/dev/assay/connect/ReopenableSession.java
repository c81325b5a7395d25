package dev.assay.connect;

import dev.assay.warehouse.ForwardingSession;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.facet.EngineRestart;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * The session of a run's own thread. It outlasts the reopening of its warehouse, which ends all others, and the loss of its
 * connection; but not another run that came in between.
 */
public final class ReopenableSession implements ForwardingSession {

    private final Warehouse warehouse;
    private final Lease lease;
    private final String environment;
    private final Heartbeat heartbeat;
    private final AtomicReference<Consumer<Session>> tenure = new AtomicReference<>(ReopenableSession::refuseTooEarly);
    private volatile Session current;
    private String about = "";

    public ReopenableSession(Warehouse warehouse, Lease lease, String environment) {
        this.warehouse = warehouse;
        this.lease = lease;
        this.environment = environment;
        this.current = lease.enter(warehouse, environment, this::requireTenure);
        this.heartbeat = new Heartbeat(warehouse);
    }

    /** Begins anew with a warehouse that has forgotten what it refused. No other session may be open. */
    public void renew() {
        current.close();
        warehouse.facet(EngineRestart.class).ifPresent(EngineRestart::restart);
        current = lease.enter(warehouse, environment, this::requireTenure);
        requireTenure(current);
        current.about(about);
    }

    /**
     * From now on this session may be opened again.
     *
     * @param check throws if another run has had the environment since
     */
    public void mayBeReplaced(Consumer<Session> check) {
        tenure.set(check);
    }

    private void requireTenure(Session session) {
        tenure.get().accept(session);
    }

    private static void refuseTooEarly(Session session) {
        throw WarehouseError.of(
                WarehouseError.Kind.UNREACHABLE, "the connection was lost while the run began\nstart it again");
    }

    @Override
    public Session inner() {
        return current;
    }

    @Override
    public void about(String subject) {
        about = subject;
        current.about(subject);
    }

    @Override
    public void close() {
        heartbeat.close();
        current.close();
    }
}
