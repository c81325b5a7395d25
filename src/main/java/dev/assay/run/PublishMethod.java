package dev.assay.run;

import dev.assay.materialize.Candidate;
import dev.assay.result.Publication;
import dev.assay.warehouse.Capability;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a warehouse makes candidates visible. */
interface PublishMethod {

    static PublishMethod of(RunSetup setup, Fence fence) {
        Set<Capability> can = setup.warehouse().capabilities();
        var transaction = new CutTransaction(setup.registry(), fence, new Patience(setup.interruption()));
        if (!can.contains(Capability.TRANSACTIONAL_DEFINITIONS)) {
            return new JournaledMethod(setup, transaction);
        }
        return can.contains(Capability.VIEWS_HOLD_RELATIONS)
                ? new BoundMethod(setup, transaction)
                : new TransactionalMethod(setup, transaction);
    }

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
    Leftovers removeLeftovers(Session session, CutPlan plan);
}
