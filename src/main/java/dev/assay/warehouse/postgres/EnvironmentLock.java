package dev.assay.warehouse.postgres;

import dev.assay.sql.Rows;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wording;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The right to write in an environment, held by a run's own session. Each of its workers holds a second lock together with
 * the others: when a process is killed, the server may go on building for a moment, and nobody else may begin until then.
 *
 * <p>The server releases both locks when their connections end. A connection that replaces a lost one goes on only if no
 * other run has had the environment in between: such a run may have replaced the candidates.
 */
final class EnvironmentLock {

    private static final int NOTICED_MILLIS = 5_000;
    private static final Backend NOBODY = new Backend(0, 0);

    private final String environment;
    private final Wording wording;
    private final Pooler pooler;
    private final Consumer<Session> stillOurs;
    private volatile Backend holder = NOBODY;

    /**
     * @param stillOurs throws if another run has had the environment since this one took it
     */
    EnvironmentLock(String environment, Wording wording, Pooler pooler, Consumer<Session> stillOurs) {
        this.environment = environment;
        this.wording = wording;
        this.pooler = pooler;
        this.stillOurs = stillOurs;
    }

    private String run() {
        return "assay run " + environment;
    }

    private String work() {
        return "assay work " + environment;
    }

    /** @throws WarehouseError of kind LOCKED, naming who has it */
    void take(Session session, Backend backend) {
        holder = backend;
        if (!isTrue(session, "try_lock", run())) {
            throw held(session, run());
        }
        if (!isTrue(session, "try_lock", work())) {
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
     * @throws WarehouseError of kind LOCKED, when another run has the environment, or has had it in between
     */
    void takeAgain(Session session, Backend backend) {
        holder = backend;
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
        stillOurs.accept(session);
    }

    void join(Session session) {
        session.query(wording.statement("join the run", "share_lock", Map.of()).with(List.of(work())));
    }

    /**
     * A worker that has lost its connection. Another run takes the first lock before it looks for workers; so we join before
     * we look for another run, and one of the two sees the other.
     *
     * @throws WarehouseError of kind LOCKED, when another run has the environment, or has had it in between
     */
    void joinAgain(Session session) {
        join(session);
        long ours = holder.actual();
        boolean another =
                holders(session, run()).rows().stream().anyMatch(row -> ((Number) row.getFirst()).longValue() != ours);
        if (another) {
            throw held(session, run());
        }
        stillOurs.accept(session);
    }

    /** @throws WarehouseError if a pooler has given our server process, and the lock with it, to another client */
    void requireOurs(Session session) {
        if (holder.isBehindPooler() && !isTrue(session, "lock_is_ours", run())) {
            throw pooler.changes();
        }
    }

    private boolean isTrue(Session session, String file, String lock) {
        return session.query(wording.statement("take the environment", file, Map.of())
                        .with(List.of(lock)))
                .value(0, 0)
                .equals(true);
    }

    private WarehouseError held(Session session, String lock) {
        Rows holders = holders(session, lock);
        String who = holders.isEmpty() ? "another run" : holder(holders.rows().getFirst());
        String words = who + " builds in `" + environment + "`\nruns on one environment take turns: wait for its end";
        return WarehouseError.of(WarehouseError.Kind.LOCKED, words);
    }

    private Rows holders(Session session, String lock) {
        return session.query(wording.statement("see who holds the environment", "lock_holders", Map.of())
                .with(List.of(lock)));
    }

    private static String holder(List<Object> row) {
        return row.get(2) + " of user " + row.get(1) + " (Postgres process " + row.get(0) + ", from " + row.get(3)
                + ", since " + row.get(4) + " UTC)";
    }
}
