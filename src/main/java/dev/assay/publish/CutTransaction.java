package dev.assay.publish;

import dev.assay.connect.Rollback;
import dev.assay.connect.TransientRetries;
import dev.assay.diagnostic.Code;
import dev.assay.environment.Intent;
import dev.assay.environment.Registry;
import dev.assay.environment.Version;
import dev.assay.result.Publication;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The transaction that makes a generation visible, whatever the warehouse's method is: the fence, the method's own
 * statements, the registry, the commit.
 */
public record CutTransaction(Registry registry, Fence fence, TransientRetries retries) {

    /**
     * @param work the method's statements in this transaction
     * @return {@link CutOutcome.Published}, {@link CutOutcome.Refused}, {@link CutOutcome.Lost} or
     *     {@link CutOutcome.Unanswered}
     * @throws WarehouseError when nothing was published, because of no node in particular
     */
    public CutOutcome publish(Session session, Publication publication, Runnable work) {
        try {
            return published(session, publication, work);
        } catch (CutRefused refused) {
            return new CutOutcome.Refused(refused.node(), refused.refusal());
        } catch (CutLost lost) {
            return new CutOutcome.Lost(lost.getMessage());
        } catch (CommitUnanswered unanswered) {
            return new CutOutcome.Unanswered(unanswered.refusal());
        }
    }

    /**
     * The same, where the caller has steps of its own to undo.
     *
     * @throws CommitUnanswered when nobody knows whether it is published
     */
    public CutOutcome.Published published(Session session, Publication publication, Runnable work) {
        session.begin();
        try {
            requireWhole(session);
            work.run();
            publishVersions(session, publication);
        } catch (WarehouseError | CutRefused | CutLost refusal) {
            Rollback.after(session, refusal);
            throw refusal;
        }
        commit(session, () -> isLast(session, publication.generation()));
        return new CutOutcome.Published(publication);
    }

    /**
     * Before the first step of a cut that is no transaction: its journal.
     *
     * @throws CutLost when nothing of the cut may be done
     * @throws CommitUnanswered when nobody knows whether the journal is written
     */
    public void intend(Session session, long generation, List<Intent> intents) {
        session.begin();
        try {
            requireWhole(session);
            requireAll(intents.size(), registry.intend(session, generation, intents));
        } catch (WarehouseError | CutLost refusal) {
            Rollback.after(session, refusal);
            throw refusal;
        }
        commit(session, () -> hasJournal(session));
    }

    /** @throws CutLost when the environment is not this run's any more */
    public void requireWhole(Session session) {
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
     * Whatever a failed commit is called, it may have succeeded: only the registry can tell. After the rollback the commit is
     * not under way any more, so the answer is final.
     */
    private void commit(Session session, BooleanSupplier isCommitted) {
        try {
            session.commit();
        } catch (WarehouseError refusal) {
            requireRollback(session, refusal);
            if (!isCommitted(refusal, isCommitted)) {
                throw refusal;
            }
        }
    }

    private boolean isCommitted(WarehouseError refusal, BooleanSupplier isCommitted) {
        try {
            return retries.trying(isCommitted::getAsBoolean, (attempt, again) -> {});
        } catch (WarehouseError gone) {
            refusal.addSuppressed(gone);
            throw new CommitUnanswered(refusal);
        }
    }

    /** If the rollback is not answered either, the commit may still be under way. */
    private void requireRollback(Session session, WarehouseError refusal) {
        try {
            retries.trying(session::rollback);
        } catch (WarehouseError second) {
            refusal.addSuppressed(second);
            if (second.code() == Code.NO_CONNECTION) {
                throw new CommitUnanswered(refusal);
            }
        }
    }

    /** The same generation number of another run does not count: after it, the environment is no longer this run's. */
    private boolean isLast(Session session, long generation) {
        return registry.lastGeneration(session) == generation
                && fence.broken(session).isEmpty();
    }

    private boolean hasJournal(Session session) {
        requireWhole(session);
        return !registry.intents(session).isEmpty();
    }
}
