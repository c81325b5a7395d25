package dev.assay.publish.journal;

import dev.assay.connect.ParallelStatements;
import dev.assay.environment.Intent;
import dev.assay.environment.Intent.Way;
import dev.assay.manifest.ResourceId;
import dev.assay.publish.CatalogContents;
import dev.assay.publish.CutLost;
import dev.assay.publish.CutOutcome;
import dev.assay.publish.CutRefused;
import dev.assay.publish.CutTransaction;
import dev.assay.result.Publication;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The steps of a cut. What is there already is not done again: the same steps finish a cut that was broken off anywhere.
 * Candidates are marked first, which no reader sees; tables trade names then, side by side, since none of them waits for
 * another; views are made over them; rows move in last, in one transaction with the closing of the journal.
 *
 * <p>What might still be under way when this process is gone is done one statement at a time, if doing it twice would undo it.
 */
final class JournalSteps {

    private final Warehouse warehouse;
    private final CutNames names;
    private final CutTransaction transaction;
    private final Session session;
    private final SortedSet<String> schemas;
    private final CatalogContents before;
    private final ParallelStatements parallel;
    private Optional<ViewDefinitions> words = Optional.empty();

    /** @param before what the catalog holds once the candidates have the names of this cut */
    JournalSteps(
            Warehouse warehouse,
            CutNames names,
            CutTransaction transaction,
            Session session,
            SortedSet<String> schemas,
            CatalogContents before,
            ParallelStatements parallel) {
        this.warehouse = warehouse;
        this.names = names;
        this.transaction = transaction;
        this.session = session;
        this.schemas = schemas;
        this.before = before;
        this.parallel = parallel;
    }

    /**
     * @param rights sets who may read the views, once they are there
     * @throws CutRefused when the warehouse would not take one node's step; what went before it is done
     * @throws CutLost when the environment is another run's by now
     */
    CutOutcome.Published run(Publication publication, List<Intent> steps, Runnable rights) {
        long generation = publication.generation();
        List<Intent> moving = steps.stream()
                .filter(step -> step.is(Way.EXCHANGE))
                .filter(step -> !isMoved(generation, step))
                .toList();
        all(moving, step -> mark(generation, step));
        parallel.run(moving.stream().map(this::move).toList());
        if (steps.stream().anyMatch(step -> step.is(Way.DEFINE))) {
            words = Optional.of(ViewDefinitions.read(warehouse, session, schemas));
        }
        all(steps, this::define);
        rights.run();
        return transaction.published(session, publication, () -> all(steps, this::moveIn));
    }

    /**
     * As far as it is done: what is there tells that.
     *
     * @throws CutLost when the environment is another run's by now, which finishes the cut
     */
    void undo(long generation, List<Intent> steps) {
        session.rollback();
        transaction.requireWhole(session);
        CatalogContents now = CatalogContents.read(warehouse, session, schemas);
        var retreat = new CutRollback(warehouse, names, generation, before, now);
        session.executeAll(retreat.drops(steps));
        parallel.run(steps.stream()
                .map(retreat::move)
                .filter(Predicate.not(List::isEmpty))
                .<Consumer<Session>>map(moves -> own -> moves.forEach(own::execute))
                .toList());
        words.ifPresent(old ->
                session.executeAll(retreat.definitions(steps, old, ViewDefinitions.read(warehouse, session, schemas))));
    }

    /** Whether a table has taken its place already: nothing of the old is left under its name, or it says so itself. */
    private boolean isMoved(long generation, Intent step) {
        return !is(names.of(step.relation()), Kind.TABLE)
                || (is(step.relation(), Kind.TABLE) && before.marks().isOf(step.relation(), generation));
    }

    private List<Statement> mark(long generation, Intent step) {
        RelationName candidate = names.of(step.relation());
        boolean wanted = is(step.relation(), Kind.TABLE) && !before.marks().isOf(candidate, generation);
        return wanted ? List.of(before.marks().mark(candidate, generation)) : List.of();
    }

    private Consumer<Session> move(Intent step) {
        RelationName published = step.relation();
        RelationName candidate = names.of(published);
        var statements = new ArrayList<Statement>();
        if (is(published, Kind.TABLE)) {
            statements.add(SwapStatements.swap(warehouse, published, candidate));
        } else {
            statements.addAll(makeWay(published));
            statements.add(SwapStatements.rename(warehouse, Kind.TABLE, candidate, published));
        }
        return own -> {
            try {
                statements.forEach(own::execute);
            } catch (WarehouseError refusal) {
                throw NodeStatements.named(step.node(), refusal);
            }
        };
    }

    /** A definition, and what describes a relation; nothing of a table that is swapped: its candidate has it all. */
    private List<Statement> define(Intent step) {
        var statements = new ArrayList<Statement>();
        if (step.is(Way.DEFINE) && !is(step.relation(), Kind.VIEW)) {
            statements.addAll(makeWay(step.relation()));
        }
        step.definitions().forEach(text -> statements.add(Statement.of("make it over what is published", text)));
        return statements;
    }

    private List<Statement> moveIn(Intent step) {
        return step.rows().stream()
                .map(text -> Statement.of("move the rows in", text))
                .toList();
    }

    /** What each of these wants, in their order. */
    private void all(List<Intent> steps, Function<Intent, List<Statement>> wants) {
        SequencedMap<Statement, ResourceId> statements = new LinkedHashMap<>();
        steps.forEach(step -> wants.apply(step).forEach(statement -> statements.put(statement, step.node())));
        new NodeStatements(statements).run(session);
    }

    private List<Statement> makeWay(RelationName published) {
        return before
                .existing()
                .kind(published)
                .map(kind -> SwapStatements.rename(warehouse, kind, published, warehouse.retired(published)))
                .stream()
                .toList();
    }

    private boolean is(RelationName name, Kind kind) {
        return before.existing().is(name, kind);
    }
}
