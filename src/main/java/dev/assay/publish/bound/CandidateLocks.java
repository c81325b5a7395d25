package dev.assay.publish.bound;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.publish.dependents.BlockingReaders;
import dev.assay.publish.dependents.DependencyQueries;
import dev.assay.result.RunEvent;
import dev.assay.setup.RunSetup;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.Literal;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wording;
import dev.assay.warehouse.facet.ReaderLimits;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Locks the candidates that a cut moves before it locks anything that readers see. A vacuum of the server's own may hold a
 * candidate, and so may a worker of the run that builds from it: the cut waits for these while readers go on.
 */
record CandidateLocks(RunSetup setup, Session session, Wording wording) {

    /** Longer than the server takes to end a vacuum of its own for us. */
    private static final int SPAN_MILLIS = 1500;

    /** @throws WarehouseError if others keep a candidate for longer than a publication waits */
    void take(Map<RelationName, Kind> candidates) {
        if (candidates.isEmpty()) {
            return;
        }
        Set<RelationName> names = candidates.keySet();
        Duration longest = ReaderLimits.of(setup.warehouse()).longestWait();
        long began = System.nanoTime();
        for (int attempt = 1; !isTaken(candidates); attempt++) {
            if (attempt == 2) {
                setup.listener()
                        .on(new RunEvent.Said(Diagnostic.Level.NOTE, "the publication waits for " + who(names)));
            }
            boolean isLong = System.nanoTime() - began >= longest.toNanos();
            if (isLong && !areWorkersReading(names)) {
                throw WarehouseError.of(
                                WarehouseError.Kind.HELD,
                                "the publication waited " + longest.toSeconds() + " s for " + who(names))
                        .coded(Code.PUBLICATION_BLOCKED)
                        .helped(List.of(
                                "when they are done: assay retry",
                                "`publish_wait` of the output says how many seconds a publication waits"));
            }
        }
    }

    private boolean isTaken(Map<RelationName, Kind> candidates) {
        var transaction = new DependencyQueries(session, wording);
        transaction.mark();
        try {
            session.execute(wording.statement(
                    "lock the candidates",
                    "lock_candidates",
                    Map.of(
                            "milliseconds",
                            SPAN_MILLIS,
                            "tables",
                            ofKind(candidates, Kind.TABLE),
                            "stored_candidates",
                            ofKind(candidates, Kind.MATERIALIZED_VIEW).stream()
                                    .map(view -> Map.of("relation", view, "schema", new Identifier(view.schema())))
                                    .toList())));
            return true;
        } catch (WarehouseError refusal) {
            if (refusal.code() == Code.NO_CONNECTION || setup.interruption().isRequested()) {
                throw refusal;
            }
            transaction.goBack();
            // Of another refusal, the statement that moves the candidate says which node it concerns.
            return refusal.kind() != WarehouseError.Kind.TRANSIENT;
        }
    }

    private static List<RelationName> ofKind(Map<RelationName, Kind> candidates, Kind kind) {
        return candidates.keySet().stream()
                .filter(name -> candidates.get(name) == kind)
                .sorted()
                .toList();
    }

    private boolean areWorkersReading(Collection<RelationName> names) {
        return session.query(wording.statement(
                                "see whether workers of this run read candidates",
                                "workers_reading",
                                Map.of(
                                        "environment",
                                        new Literal(setup.header().schema()),
                                        "named",
                                        DependencyQueries.names(names))))
                        .number()
                > 0;
    }

    private String who(Collection<RelationName> names) {
        return new BlockingReaders(session, wording).of(names).orElse("a lock that another session has");
    }
}
