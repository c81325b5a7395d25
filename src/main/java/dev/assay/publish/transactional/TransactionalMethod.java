package dev.assay.publish.transactional;

import dev.assay.materialize.Candidate;
import dev.assay.materialize.PartMaker;
import dev.assay.publish.CatalogContents;
import dev.assay.publish.CutOutcome;
import dev.assay.publish.CutPlan;
import dev.assay.publish.CutTransaction;
import dev.assay.publish.ForeignReplacements;
import dev.assay.publish.PartRunner;
import dev.assay.publish.PublishMethod;
import dev.assay.publish.UnremovedRelations;
import dev.assay.setup.RunSetup;
import dev.assay.warehouse.Session;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Publishes in one transaction, where nothing holds on to a relation that is exchanged.
 *
 * <p>Moves come first, then definitions, then rows: an engine's write-ahead log has been seen to lose what was written to a
 * table that was renamed later in the same transaction (docs/adr/0009-order-of-the-cut.md).
 */
public record TransactionalMethod(RunSetup setup, CutTransaction transaction) implements PublishMethod {

    @Override
    public CutPlan plan(Session session, List<Candidate> candidates, Optional<String> group, boolean goesOn) {
        var maker = new PartMaker(setup.existing(), goesOn);
        return new CutPlan(
                transaction.registry().lastGeneration(session) + 1,
                group,
                CatalogContents.of(setup.warehouse(), setup.existing()),
                candidates.stream().map(maker::free).toList(),
                Collections.emptySortedMap());
    }

    @Override
    public CutOutcome publish(Session session, CutPlan plan) {
        var indexes = TableIndexes.read(setup, session, plan.parts());
        if (indexes.refused().isPresent()) {
            return indexes.refused().get();
        }
        var runner = new PartRunner(setup.warehouse(), session, plan.parts());
        CutOutcome outcome = transaction.publish(session, plan.publication(), () -> {
            ForeignReplacements.of(setup).refuse(session, plan.parts());
            indexes.drop(session);
            runner.drops();
            runner.moves();
            indexes.create(session);
            runner.definitions();
            runner.properties();
            runner.candidateNames();
            runner.rows();
            runner.files();
        });
        if (outcome instanceof CutOutcome.Published) {
            indexes.tellGone();
        }
        return outcome;
    }

    @Override
    public UnremovedRelations removeLeftovers(Session session, CutPlan plan) {
        return UnremovedRelations.remove(
                session, plan.parts(), setup.warehouse().wording());
    }
}
