package dev.assay.publish;

import dev.assay.materialize.Candidate;
import dev.assay.result.Publication;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import java.util.List;
import java.util.Optional;

/** How a warehouse makes candidates visible. */
public interface PublishMethod {

    /**
     * Decides how each candidate is published. Changes nothing.
     *
     * @param candidates in the order of the graph
     * @param goesOn whether the run goes on after this cut: then the candidates' names have to stay readable
     */
    CutPlan plan(Session session, List<Candidate> candidates, Optional<String> group, boolean goesOn);

    /** @throws WarehouseError when nothing was published, because of no node in particular */
    CutOutcome publish(Session session, CutPlan plan);

    /** What cannot be part of the transaction, or must not keep readers waiting. May be done twice. */
    default void afterCommit(Session session, CutPlan plan) {}

    /**
     * Finishes a cut that an earlier run has begun and not ended. Where a cut is one transaction, there is none.
     *
     * @return what was published
     */
    default Optional<Publication> recover(Session session) {
        return Optional.empty();
    }

    /** Removes what a cut has set aside. Never fails: what cannot go is skipped, and named in what comes back. */
    UnremovedRelations removeLeftovers(Session session, CutPlan plan);
}
