package dev.assay.warehouse.postgres;

import dev.assay.sql.Statement;
import dev.assay.warehouse.JdbcSession;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wording;
import java.util.List;
import java.util.Map;

/**
 * Refuses a connection pooler that gives each transaction another server process. Locks of a session and its settings would
 * belong to whoever uses that process next.
 */
record Pooler(PostgresConnector connector, Wording wording) {

    // A pool hands out the process that was given back last. Other clients may take it in between, so we look several
    // times.
    private static final int LOOKS = 3;

    /**
     * @param session just connected, with nothing locked
     * @throws WarehouseError if its server process changes, or serves another connection too
     */
    void requireOwnBackend(Session session, Backend backend) {
        if (!backend.isBehindPooler()) {
            return;
        }
        try (Session other = new JdbcSession(connector.connect(), new PostgresErrors(), new PostgresCells())) {
            for (int look = 0; look < LOOKS; look++) {
                boolean shared = process(session) != backend.actual() || process(other) == backend.actual();
                if (shared) {
                    throw changes();
                }
            }
        }
    }

    private long process(Session session) {
        Statement question = wording.statement("see which process serves us", "backend", Map.of());
        return session.query(question).number();
    }

    /** The refusal of a pooler that changes server processes between transactions. */
    WarehouseError changes() {
        return PostgresConnector.refusal("a connection pooler in transaction mode answers at "
                        + connector.output().address()
                        + "\n"
                        + "a run holds a lock of its session, and the pooler gives its server process to other"
                        + " clients")
                .helped(List.of(
                        "name the server itself in `host` and `port`",
                        "or a pool in session mode: `pool_mode = session` in PgBouncer"));
    }
}
