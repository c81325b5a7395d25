package dev.assay.publish.dependents;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.result.RunEvent;
import dev.assay.setup.RunSetup;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wording;
import dev.assay.warehouse.facet.ReaderLimits;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Statements that may wait for locks of other sessions while readers go on. When such a wait gets long, the run names those
 * sessions, and it waits for them no longer than a publication waits for readers.
 */
public record LockWaits(RunSetup setup, Session session, Wording wording) {

    private static final Duration SILENT = Duration.ofSeconds(3);

    /**
     * Inside of a transaction. What was done before the wait is undone, and done again.
     *
     * @throws WarehouseError when the wait took too long
     */
    public void inTransaction(Collection<RelationName> relations, Runnable work) {
        if (isDone(SILENT, work)) {
            return;
        }
        tell(relations);
        if (!isDone(longestWait(), work)) {
            throw WarehouseError.of(
                            WarehouseError.Kind.HELD,
                            "the publication waited " + longestWait().toSeconds() + " s for " + who(relations))
                    .coded(Code.PUBLICATION_BLOCKED)
                    .helped(List.of(
                            "when they are done: assay retry",
                            "`publish_wait` of the output says how many seconds a publication waits"));
        }
    }

    private boolean isDone(Duration wait, Runnable work) {
        var standing = new DependencyQueries(session, wording);
        standing.mark();
        try {
            limited(wait, work);
            return true;
        } catch (WarehouseError refusal) {
            requireLock(refusal);
            standing.goBack();
            return false;
        }
    }

    /** Outside of a transaction. */
    public void alone(Collection<RelationName> relations, Runnable work) {
        try {
            limited(SILENT, work);
        } catch (WarehouseError refusal) {
            requireLock(refusal);
            tell(relations);
            limited(longestWait(), work);
        } finally {
            limit(Duration.ZERO);
        }
    }

    private Duration longestWait() {
        return ReaderLimits.of(setup.warehouse()).longestWait();
    }

    private void limited(Duration wait, Runnable work) {
        limit(wait);
        work.run();
        limit(Duration.ZERO);
    }

    private void limit(Duration wait) {
        session.execute(wording.statement(
                "limit the wait for locks", "wait_for_lock", Map.of("milliseconds", wait.toMillis())));
    }

    private void requireLock(WarehouseError refusal) {
        boolean isLock = refusal.kind() == WarehouseError.Kind.TRANSIENT && refusal.code() != Code.NO_CONNECTION;
        if (!isLock || setup.interruption().isRequested()) {
            throw refusal;
        }
    }

    private void tell(Collection<RelationName> relations) {
        setup.listener().on(new RunEvent.Said(Diagnostic.Level.NOTE, "the publication waits for " + who(relations)));
    }

    private String who(Collection<RelationName> relations) {
        return new BlockingReaders(session, wording).writersOf(relations).orElse("a lock that another session has");
    }
}
