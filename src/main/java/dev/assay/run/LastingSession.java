package dev.assay.run;

import dev.assay.warehouse.Session;
import dev.assay.warehouse.SessionAround;
import dev.assay.warehouse.Warehouse;

/** The session of a run's own thread. It outlasts the reopening of its warehouse, which ends all others. */
final class LastingSession implements SessionAround {

    private final Warehouse warehouse;
    private final Lease lease;
    private final String environment;
    private final Heartbeat heartbeat;
    private volatile Session current;
    private String about = "";

    LastingSession(Warehouse warehouse, Lease lease, String environment) {
        this.warehouse = warehouse;
        this.lease = lease;
        this.environment = environment;
        this.current = lease.enter(warehouse, environment);
        this.heartbeat = new Heartbeat(warehouse);
    }

    /** Begins anew with a warehouse that has forgotten what it refused. No other session may be open. */
    void renew() {
        current.close();
        warehouse.reopen();
        current = lease.enter(warehouse, environment);
        current.about(about);
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
