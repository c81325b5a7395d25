package dev.assay.run;

import dev.assay.environment.Intent;
import dev.assay.environment.Registry;
import dev.assay.environment.Version;
import dev.assay.result.Publication;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import java.util.List;

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
            requireWhole(session);
            work.run();
            publishVersions(session, publication);
            commit(session, publication.generation());
        } catch (WarehouseError | CutRefused | CutLost refusal) {
            undo(session, refusal);
            throw refusal;
        }
        return new CutOutcome.Published(publication);
    }

    /**
     * Before the first step of a cut that is no transaction: its journal.
     *
     * @throws CutLost when nothing of the cut may be done
     */
    void intend(Session session, long generation, List<Intent> intents) {
        session.begin();
        try {
            requireWhole(session);
            requireAll(intents.size(), registry.intend(session, generation, intents));
            session.commit();
        } catch (WarehouseError | CutLost refusal) {
            undo(session, refusal);
            throw refusal;
        }
    }

    /** @throws CutLost when the environment is not this run's any more */
    void requireWhole(Session session) {
        fence.broken(session).ifPresent(reason -> {
            throw new CutLost(reason);
        });
    }

    private void publishVersions(Session session, Publication publication) {
        List<Version> versions =
                publication.nodes().stream().map(fence::versionOf).toList();
        requireAll(versions.size(), registry.publish(session, publication.generation(), versions));
    }

    /** A version that the registry does not have any more was replaced, and so was its candidate. */
    static void requireAll(int wanted, long found) {
        if (found != wanted) {
            throw new CutLost("the registry has only " + found + " of the " + wanted
                    + " candidates that this run was to publish: another run or somebody else has replaced the others");
        }
    }

    /**
     * If the connection is lost at this very moment, the registry tells whether the commit succeeded. The same generation
     * number of another run does not count: after it, the environment is no longer this run's.
     */
    private void commit(Session session, long generation) {
        try {
            session.commit();
        } catch (WarehouseError refusal) {
            undo(session, refusal);
            boolean succeeded = refusal.kind() == WarehouseError.Kind.TRANSIENT
                    && registry.lastGeneration(session) == generation
                    && fence.broken(session).isEmpty();
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
