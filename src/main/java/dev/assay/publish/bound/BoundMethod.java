package dev.assay.publish.bound;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.ResourceId;
import dev.assay.materialize.Candidate;
import dev.assay.materialize.CandidateAfter;
import dev.assay.materialize.Change;
import dev.assay.materialize.Part;
import dev.assay.materialize.PartMaker;
import dev.assay.materialize.PartStatements;
import dev.assay.materialize.Predecessor;
import dev.assay.materialize.Product;
import dev.assay.materialize.Way;
import dev.assay.publish.CandidateIdentities;
import dev.assay.publish.CatalogContents;
import dev.assay.publish.CutOutcome;
import dev.assay.publish.CutPlan;
import dev.assay.publish.CutTransaction;
import dev.assay.publish.ForeignReplacements;
import dev.assay.publish.PartRunner;
import dev.assay.publish.PublishMethod;
import dev.assay.publish.Rights;
import dev.assay.publish.UnremovedRelations;
import dev.assay.publish.dependents.DependencyQueries;
import dev.assay.publish.dependents.Dependent;
import dev.assay.publish.dependents.LeftoverRemoval;
import dev.assay.publish.dependents.LockWaits;
import dev.assay.result.RunEvent;
import dev.assay.setup.RunSetup;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Wording;
import dev.assay.warehouse.facet.ReaderLimits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Publishes in one transaction, where a view is bound to the very relations that it was made over: views on an exchanged
 * table are made again over the new one, and what cannot be moved there refuses the cut by name.
 *
 * @param madeAgain views that cuts of this run have made again
 * @param told tables of which the run has said why they are published by difference
 */
public record BoundMethod(
        RunSetup setup, CutTransaction transaction, Set<RelationName> madeAgain, Set<RelationName> told)
        implements PublishMethod {

    public static BoundMethod of(RunSetup setup, CutTransaction transaction) {
        return new BoundMethod(setup, transaction, new TreeSet<>(), new TreeSet<>());
    }

    @Override
    public CutPlan plan(Session session, List<Candidate> candidates, Optional<String> group, boolean goesOn) {
        Map<RelationName, Candidate> byName = new LinkedHashMap<>();
        candidates.forEach(candidate -> byName.put(candidate.published(), candidate));
        BoundWays.Chosen chosen;
        session.begin();
        try {
            chosen = new BoundWays(new DependencyQueries(session, wording()), byName, setup.existing()).choose();
        } finally {
            session.rollback();
        }
        // Before the cut, since a difference takes long.
        var fresh = new TreeMap<>(chosen.inPlace());
        fresh.keySet().removeIf(table -> !told.add(table));
        DifferenceReasons.of(fresh).ifPresent(setup.listener()::on);
        var maker = new PartMaker(setup.existing(), goesOn);
        Map<ResourceId, Part> parts = new LinkedHashMap<>();
        candidates.forEach(candidate -> parts.put(candidate.id(), part(candidate, chosen, maker, parts)));
        return new CutPlan(
                transaction.registry().lastGeneration(session) + 1,
                group,
                CatalogContents.of(setup.warehouse(), setup.existing()),
                new ArrayList<>(parts.values()),
                chosen.refused());
    }

    private Part part(Candidate candidate, BoundWays.Chosen chosen, PartMaker maker, Map<ResourceId, Part> parents) {
        Optional<Kind> visible = maker.visible(candidate);
        boolean isDropped = chosen.remade().contains(candidate.published());
        Predecessor renamed = isDropped ? Predecessor.DROPPED : Predecessor.ofRename(visible);
        Predecessor defined = isDropped
                ? Predecessor.DROPPED
                : Predecessor.ofDefinition(candidate.product().kind(), visible);
        return switch (candidate.product()) {
            case Product.Table table
            when chosen.inPlace().containsKey(candidate.published()) ->
                maker.staying(candidate, new Way.Difference(), candidate.describe());
            case Product.Table table -> maker.exchange(candidate, renamed);
            // A view that is replaced stays itself, with all that depends on it.
            case Product.View view -> maker.define(candidate, defined, candidate.define(defined));
            case Product.Staged(Change change) -> maker.merge(candidate, change, CandidateAfter.POINTS_TO_PUBLISHED);
            case Product.StoredView stored
            when readsOnlyWhatMoves(candidate, parents) -> maker.exchange(candidate, renamed);
            case Product.StoredView stored -> maker.define(candidate, defined, candidate.define(defined));
        };
    }

    /** Whether all candidates that it is bound to take their published names in this cut, with their rows. */
    private boolean readsOnlyWhatMoves(Candidate candidate, Map<ResourceId, Part> parents) {
        return setup.blueprints()
                .readsCandidates(candidate.id())
                .allMatch(id -> Optional.ofNullable(parents.get(id))
                        .filter(part -> part.way() instanceof Way.Exchange)
                        .isPresent());
    }

    @Override
    public CutOutcome publish(Session session, CutPlan plan) {
        return transaction.publish(session, plan.publication(), () -> run(session, plan.parts()));
    }

    private void run(Session session, List<Part> parts) {
        foreign().refuse(session, parts);
        var views = BoundViews.of(setup, session, parts);
        MixedCut.require(ReaderLimits.of(setup.warehouse()), parts, views);
        new OldSnapshots(setup, session, wording()).await(parts, views);
        var keys = new CutKeys(setup, session, wording(), parts);
        keys.requireParents();
        views.requireOurs();
        var carried = CarriedProperties.of(session, setup, views.losingProperties());
        carried.putOnCandidates();
        var inPlace = new DifferenceWrites(
                setup,
                session,
                wording(),
                parts.stream().filter(Part::staysItself).toList());
        keys.loosen(inPlace.losing());
        // Rows are written before anything is locked, so that readers go on; where that cannot be, all is locked
        // before.
        boolean locksFirst = keys.goBeforeRows() || !inPlace.losing().isEmpty();
        if (!locksFirst) {
            inPlace.write(keys);
        }
        new CandidateLocks(setup, session, wording()).take(views.candidates());
        var wanted = new CutLocks.Wanted(views.there(), inPlace.altered(), keys.removals(), inPlace.written());
        var closed = new TreeSet<RelationName>();
        new CutLocks(setup, session, wording()).during(wanted, dependents -> {
            List<Dependent> carriedAlong = views.carriedAlong(dependents);
            carried.requireComplete();
            return () -> {
                if (locksFirst) {
                    inPlace.writeUnderLocks(keys);
                }
                inPlace.addConstraints();
                closed.addAll(replace(session, parts, views, carried, keys, carriedAlong));
            };
        });
        carried.notes().forEach(setup.listener()::on);
        closed.stream().map(BoundMethod::closed).forEach(setup.listener()::on);
    }

    private static RunEvent.Said closed(RelationName table) {
        return new RunEvent.Said(
                Diagnostic.Level.WARNING,
                "readers of " + table
                        + " see no rows: a hook or an event trigger has turned row security on, and no policy"
                        + " lets rows through; `alter table " + table
                        + " disable row level security` lets readers see them, and"
                        + " later builds keep that");
    }

    private ForeignReplacements foreign() {
        return new ForeignReplacements(setup, madeAgain);
    }

    /**
     * Under the locks.
     *
     * @return tables whose readers will see no row
     */
    private Set<RelationName> replace(
            Session session,
            List<Part> parts,
            BoundViews views,
            CarriedProperties carried,
            CutKeys keys,
            List<Dependent> carriedAlong) {
        // Somebody may have replaced a relation until it was locked.
        foreign().refuse(session, parts);
        var rights = new Rights(session, setup.warehouse());
        var grants = new ArrayList<Statement>(rights.of(views.losingGrants()));
        grants.addAll(rights.ofNew(views.movedToNewNames()));
        var runner = new PartRunner(setup.warehouse(), session, parts);
        runner.drops();
        runner.moves();
        Set<RelationName> closed = new CandidateIdentities(session, wording()).require(parts);
        runner.definitions();
        grants.forEach(session::execute);
        rights.align(parts.stream()
                .map(part -> new Rights.Target(part.blueprint().node(), part.published()))
                .toList());
        keys.put();
        carried.putOnPublished();
        views.make(carriedAlong);
        carriedAlong.forEach(view -> madeAgain.add(view.name()));
        runner.properties();
        runner.candidateNames();
        runner.files();
        return closed;
    }

    @Override
    public void afterCommit(Session session, CutPlan plan) {
        new PublishedKeys(session, wording())
                .prove(setup.schemas(), new LockWaits(setup, session, wording()))
                .forEach(refusal -> setup.listener()
                        .on(new RunEvent.Said(
                                Diagnostic.Level.WARNING,
                                "the server could not "
                                        + refusal.statement()
                                                .map(Statement::purpose)
                                                .orElse("") + ": "
                                        + String.join(
                                                "; ", refusal.words().lines().toList()))));
    }

    @Override
    public UnremovedRelations removeLeftovers(Session session, CutPlan plan) {
        var left = new TreeMap<RelationName, Kind>();
        plan.parts()
                .forEach(part -> new PartStatements(part, wording())
                        .left()
                        .forEach(leftover -> left.put(leftover.name(), leftover.kind())));
        new LeftoverRemoval(setup, session).remove("remove what the publication replaced", left);
        return new UnremovedRelations(List.of());
    }

    private Wording wording() {
        return setup.warehouse().wording();
    }
}
