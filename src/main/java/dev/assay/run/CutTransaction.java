package dev.assay.run;

import dev.assay.environment.Registry;
import dev.assay.result.Publication;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;

/**
 * The transaction that makes a generation visible, whatever the warehouse's method is: the fence, the method's own
 * statements, the registry, the commit.
 */
record CutTransaction(Registry registry, Fence fence) {

    /**
     * @param work the method's statements in this transaction
     * @return {@link CutOutcome.Published}, {@link CutOutcome.Refused} or {@link CutOutcome.Lost}
     * @throws WarehouseError when nothing was published, because of no node in particular
     */
    CutOutcome publish(Session session, Publication publication, Runnable work) {
        try {
            return published(session, publication, work);
        } catch (CutRefused refused) {
            return new CutOutcome.Refused(refused.node(), refused.refusal());
        } catch (CutLost lost) {
            return new CutOutcome.Lost(lost.getMessage());
        }
    }

    /** The same, where the caller has steps of its own to undo. */
    CutOutcome.Published published(Session session, Publication publication, Runnable work) {
        session.begin();
        try {
            fence.broken(session, publication).ifPresent(reason -> {
                throw new CutLost(reason);
            });
            work.run();
            registry.publish(session, publication.generation(), publication.nodes());
            commit(session, publication.generation());
        } catch (WarehouseError | CutRefused | CutLost refusal) {
            undo(session, refusal);
            throw refusal;
        }
        return new CutOutcome.Published(publication);
    }

    /** If the connection is lost at this very moment, the registry tells whether the commit succeeded. */
    private void commit(Session session, long generation) {
        try {
            session.commit();
        } catch (WarehouseError refusal) {
            undo(session, refusal);
            boolean succeeded =
                    refusal.kind() == WarehouseError.Kind.TRANSIENT && registry.lastGeneration(session) == generation;
            if (!succeeded) {
                throw refusal;
            }
        }
    }

    // A warehouse may have ended the transaction by itself, and then refuses the rollback.
    static void undo(Session session, RuntimeException refusal) {
        try {
            session.rollback();
        } catch (WarehouseError nothing) {
            refusal.addSuppressed(nothing);
        }
    }
}
