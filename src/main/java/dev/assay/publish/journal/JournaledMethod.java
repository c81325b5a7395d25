package dev.assay.publish.journal;

import dev.assay.connect.ParallelStatements;
import dev.assay.connect.TransientRetries;
import dev.assay.diagnostic.AssayBug;
import dev.assay.environment.Entry;
import dev.assay.environment.Intent;
import dev.assay.manifest.Relational;
import dev.assay.materialize.Candidate;
import dev.assay.materialize.CandidateAfter;
import dev.assay.materialize.Change;
import dev.assay.materialize.ChangeStatements;
import dev.assay.materialize.Part;
import dev.assay.materialize.PartMaker;
import dev.assay.materialize.PartStatements;
import dev.assay.materialize.Way;
import dev.assay.publish.CatalogContents;
import dev.assay.publish.CommitUnanswered;
import dev.assay.publish.CutLost;
import dev.assay.publish.CutOutcome;
import dev.assay.publish.CutPlan;
import dev.assay.publish.CutRefused;
import dev.assay.publish.CutTransaction;
import dev.assay.publish.PublishMethod;
import dev.assay.publish.Rights;
import dev.assay.publish.UnremovedRelations;
import dev.assay.result.Publication;
import dev.assay.setup.RunSetup;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.facet.RelationDrops;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Publishes where each definition commits by itself: first a journal of all that is going to be done, then step by step, then
 * one transaction for the rows and the registry. A refusal undoes the steps; a cut that was broken off is finished by the
 * next run.
 */
public record JournaledMethod(RunSetup setup, CutTransaction transaction) implements PublishMethod {

    @Override
    public CutPlan plan(Session session, List<Candidate> candidates, Optional<String> group, boolean goesOn) {
        long generation = transaction.registry().lastGeneration(session) + 1;
        CatalogContents found = CatalogContents.read(warehouse(), session, setup.schemas());
        var ways = new JournaledWays(
                setup,
                session,
                new PartMaker(found.existing(), goesOn),
                found,
                new PolicyLookup(warehouse(), session),
                new DependentLookup(warehouse(), session));
        List<Part> parts = ways.parts(candidates);
        return new CutPlan(generation, group, found, parts, ways.refused(parts));
    }

    @Override
    public CutOutcome publish(Session session, CutPlan plan) {
        List<Intent> intents = plan.parts().stream().map(this::intent).toList();
        try {
            // A relation has its readers' rights before they see it.
            new KeptGrants(session, warehouse()).copy(plan.parts());
            align(session, rights(plan, JournaledMethod::grantedBefore));
        } catch (CutRefused refused) {
            return new CutOutcome.Refused(refused.node(), refused.refusal());
        }
        try {
            transaction.intend(session, plan.generation(), intents);
        } catch (CutLost lost) {
            return new CutOutcome.Lost(lost.getMessage());
        } catch (CommitUnanswered unanswered) {
            return new CutOutcome.BrokenOff(unanswered.refusal());
        }
        List<CutNames.Renaming> renamings = names().renamings(plan.found().existing(), intents);
        JournalSteps steps = steps(session, plan.found().renamed(CutNames.newNames(renamings)));
        try {
            names().run(session, renamings);
            transaction.requireWhole(session);
            return steps.run(
                    plan.publication(), intents, () -> align(session, rights(plan, JournaledMethod::grantedAfter)));
        } catch (CutRefused refused) {
            return undo(session, steps, plan, intents)
                    .orElseGet(() -> new CutOutcome.Refused(refused.node(), refused.refusal()));
        } catch (CutLost gone) {
            // The run that has the environment now finishes the cut from the journal.
            return new CutOutcome.Lost(gone.getMessage());
        } catch (CommitUnanswered unanswered) {
            // If it succeeded, undoing the swaps would give readers old tables with the new generation.
            return new CutOutcome.BrokenOff(unanswered.refusal());
        } catch (WarehouseError refusal) {
            return undo(session, steps, plan, intents).orElseThrow(() -> refusal);
        }
    }

    private Intent intent(Part part) {
        List<Statement> rows = new PartStatements(part, warehouse().wording()).rows();
        return switch (part.way()) {
            case Way.Exchange moved -> intent(part, Intent.Way.EXCHANGE, List.of(), rows);
            case Way.Define define -> intent(part, Intent.Way.DEFINE, define.statements(), rows);
            case Way.Overwrite overwrite -> intent(part, Intent.Way.OVERWRITE, part.properties(), rows);
            case Way.Merge(Change change) -> {
                List<Statement> unstage =
                        new ChangeStatements(change, warehouse().wording()).unstage();
                yield intent(
                        part,
                        Intent.Way.MERGE,
                        part.properties(),
                        Stream.concat(rows.stream(), unstage.stream()).toList());
            }
            case Way.Keep keep -> intent(part, Intent.Way.KEEP, part.properties(), rows);
            case Way.Difference difference -> throw new AssayBug("no journaled cut publishes a difference");
        };
    }

    private Intent intent(Part part, Intent.Way way, List<Statement> definitions, List<Statement> rows) {
        return new Intent(
                transaction.fence().versionOf(part.id()), part.published(), way, texts(definitions), texts(rows));
    }

    private static List<String> texts(List<Statement> statements) {
        return statements.stream().map(Statement::text).toList();
    }

    private static Optional<RelationName> grantedBefore(Part part) {
        return switch (part.way()) {
            case Way.Exchange moved -> Optional.of(part.blueprint().candidate());
            case Way.Overwrite overwrite -> Optional.of(part.published());
            case Way.Merge merge -> Optional.of(part.published());
            case Way.Difference difference -> Optional.of(part.published());
            case Way.Define define -> Optional.empty();
            case Way.Keep keep -> Optional.empty();
        };
    }

    private static Optional<RelationName> grantedAfter(Part part) {
        return grantedBefore(part).isPresent() ? Optional.empty() : Optional.of(part.published());
    }

    private static List<Rights.Target> rights(CutPlan plan, Function<Part, Optional<RelationName>> when) {
        return plan.parts().stream()
                .flatMap(part -> when.apply(part).stream()
                        .map(relation -> new Rights.Target(part.blueprint().node(), relation)))
                .toList();
    }

    private void align(Session session, List<Rights.Target> targets) {
        new Rights(session, warehouse()).align(targets);
    }

    /** Comes back with an outcome where that was not possible. */
    private Optional<CutOutcome> undo(Session session, JournalSteps steps, CutPlan plan, List<Intent> intents) {
        try {
            steps.undo(plan.generation(), intents);
            // Abandoning twice is the same as once.
            new TransientRetries(setup.interruption())
                    .trying(() -> transaction.registry().abandon(session));
            return Optional.empty();
        } catch (CutLost lost) {
            return Optional.of(new CutOutcome.Lost(lost.getMessage()));
        } catch (WarehouseError gone) {
            return Optional.of(new CutOutcome.BrokenOff(gone));
        }
    }

    /** After a swap the candidate's name means the old table: nodes still to be built read what was published. */
    @Override
    public void afterCommit(Session session, CutPlan plan) {
        List<Part> pointed = plan.parts().stream()
                .filter(part -> part.after() == CandidateAfter.POINTS_TO_PUBLISHED)
                .toList();
        if (pointed.isEmpty()) {
            return;
        }
        Existing existing = warehouse().existing(session, setup.schemas());
        var statements = new ArrayList<>(drops(existing, pointed.stream().flatMap(this::candidates)));
        pointed.forEach(
                part -> statements.addAll(new PartStatements(part, warehouse().wording()).candidateName()));
        session.executeAll(statements);
    }

    @Override
    public Optional<Publication> recover(Session session) {
        OptionalLong generation = setup.known().waiting().values().stream()
                .filter(entry -> entry.state() == Entry.State.PUBLISHING)
                .flatMapToLong(entry -> entry.generation().stream())
                .max();
        return generation.isPresent() ? Optional.of(recover(session, generation.getAsLong())) : Optional.empty();
    }

    private Publication recover(Session session, long generation) {
        List<Intent> begun = transaction.registry().intents(session);
        var publication = new Publication(
                generation, Optional.empty(), begun.stream().map(Intent::node).toList());
        try {
            Existing existing = warehouse().existing(session, setup.schemas());
            names().run(session, names().renamings(existing, begun));
            // Only now the earlier run, if it is still there, can change nothing any more.
            steps(session, CatalogContents.read(warehouse(), session, setup.schemas()))
                    .run(publication, begun, () -> align(session, stillDefined(begun)));
        } catch (CutRefused refused) {
            throw refused.refusal();
        } catch (CommitUnanswered unanswered) {
            throw unanswered.refusal();
        }
        return publication;
    }

    /** Rights of relations that have them from the cut on, as far as the project still has the nodes. */
    private List<Rights.Target> stillDefined(List<Intent> begun) {
        return begun.stream()
                .filter(step -> step.is(Intent.Way.DEFINE) || step.is(Intent.Way.KEEP))
                .flatMap(step -> setup.manifest().find(step.node()).stream()
                        .filter(Relational.class::isInstance)
                        .map(node -> new Rights.Target((Relational) node, step.relation())))
                .toList();
    }

    @Override
    public UnremovedRelations removeLeftovers(Session session, CutPlan plan) {
        try {
            session.executeAll(leftovers(session, plan));
            return new UnremovedRelations(List.of());
        } catch (WarehouseError first) {
            // Sent together, they end at the first that is refused.
            return removeEach(session, plan);
        }
    }

    private UnremovedRelations removeEach(Session session, CutPlan plan) {
        try {
            return UnremovedRelations.drop(session, leftovers(session, plan));
        } catch (WarehouseError refusal) {
            return new UnremovedRelations(List.of(refusal));
        }
    }

    private List<Statement> leftovers(Session session, CutPlan plan) {
        return drops(
                warehouse().existing(session, setup.schemas()),
                plan.parts().stream()
                        .flatMap(part -> Stream.concat(
                                candidates(part),
                                Stream.of(
                                        part.blueprint().staged(),
                                        part.blueprint().retired()))));
    }

    /** The names under which a candidate was, and what it was exchanged for may be now. */
    private Stream<RelationName> candidates(Part part) {
        return Stream.of(part.blueprint().candidate(), names().of(part.published()));
    }

    private List<Statement> drops(Existing existing, Stream<RelationName> names) {
        var there = new TreeMap<RelationName, Existing.Kind>();
        names.forEach(name -> existing.kind(name).ifPresent(kind -> there.put(name, kind)));
        return RelationDrops.of(warehouse()).drops("drop what is set aside", there);
    }

    private JournalSteps steps(Session session, CatalogContents found) {
        var parallel =
                new ParallelStatements(warehouse(), session, setup.settings().threads());
        return new JournalSteps(warehouse(), names(), transaction, session, setup.schemas(), found, parallel);
    }

    private CutNames names() {
        return new CutNames(warehouse(), setup.header().invocationId());
    }

    private Warehouse warehouse() {
        return setup.warehouse();
    }
}
