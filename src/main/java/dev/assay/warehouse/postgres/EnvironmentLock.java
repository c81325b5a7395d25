package dev.assay.warehouse.postgres;

import dev.assay.sql.Rows;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wording;
import java.util.List;
import java.util.Map;

/**
 * The right to write in an environment, held by a run's own session. Each of its workers holds a second lock together with
 * the others: when a process is killed, the server may go on building for a moment, and nobody else may begin until then.
 *
 * <p>Both locks are let go by the server itself when their connections end.
 */
record EnvironmentLock(String environment, Wording wording) {

    private static final int NOTICED_MILLIS = 5_000;

    private String run() {
        return "assay run " + environment;
    }

    private String work() {
        return "assay work " + environment;
    }

    /** @throws WarehouseError of kind LOCKED, naming who has it */
    void take(Session session) {
        if (!isTaken(session, "try_lock", run())) {
            throw held(session, run());
        }
        if (!isTaken(session, "try_lock", work())) {
            WarehouseError held = held(session, work());
            session.query(wording.statement("let go of the environment", "unlock", Map.of())
                    .with(List.of(run())));
            throw held;
        }
        session.query(wording.statement("let workers begin", "unlock", Map.of()).with(List.of(work())));
    }

    /**
     * After the connection was lost. The run's own workers are at work still, and the server may not have noticed yet that
     * the one before is gone.
     *
     * @throws WarehouseError of kind LOCKED, naming who has it, when another run has come in between
     */
    void takeAgain(Session session) {
        session.execute(wording.statement("wait a little", "wait_for_lock", Map.of("milliseconds", NOTICED_MILLIS)));
        try {
            session.query(wording.statement("take the environment again", "lock", Map.of())
                    .with(List.of(run())));
        } catch (WarehouseError refusal) {
            throw refusal.kind() == WarehouseError.Kind.TRANSIENT && !PostgresErrors.isLoss(refusal)
                    ? held(session, run())
                    : refusal;
        }
        session.execute(wording.statement("wait as others do", "wait_for_lock", Map.of("milliseconds", 0)));
    }

    void join(Session session) {
        session.query(wording.statement("join the run", "share_lock", Map.of()).with(List.of(work())));
    }

    private boolean isTaken(Session session, String file, String lock) {
        return session.query(wording.statement("take the environment", file, Map.of())
                        .with(List.of(lock)))
                .value(0, 0)
                .equals(true);
    }

    private WarehouseError held(Session session, String lock) {
        Rows holders = session.query(wording.statement("see who holds the environment", "lock_holders", Map.of())
                .with(List.of(lock)));
        String who = holders.isEmpty() ? "another run" : holder(holders.rows().getFirst());
        String words = who + " builds in `" + environment + "`\nruns on one environment take turns: wait for its end";
        return WarehouseError.of(WarehouseError.Kind.LOCKED, words);
    }

    private static String holder(List<Object> row) {
        return row.get(2) + " of user " + row.get(1) + " (Postgres process " + row.get(0) + ", from " + row.get(3)
                + ", since " + row.get(4) + " UTC)";
    }
}
