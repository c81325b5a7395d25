package dev.assay.run;

import dev.assay.environment.Intent;
import dev.assay.environment.Registry;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The steps of a cut, forwards and back. What is there already is not done again: the same steps finish a cut that was
 * broken off anywhere. Tables trade names first; views are made over them then; rows move in last, in one transaction with
 * the closing of the journal.
 */
final class Steps {

    private final Warehouse warehouse;
    private final Registry registry;
    private final Session session;
    private final SortedSet<String> schemas;
    private final Deque<Statement> back = new ArrayDeque<>();
    private final Existing existing;
    private final Marks marks;

    Steps(Warehouse warehouse, Registry registry, Session session, SortedSet<String> schemas, Scene scene) {
        this.warehouse = warehouse;
        this.registry = registry;
        this.session = session;
        this.schemas = schemas;
        this.existing = scene.existing();
        this.marks = scene.marks();
    }

    /** @throws CutRefused when the warehouse would not take one node's step; what went before it is done */
    void run(long generation, List<Intent> steps) {
        steps.stream().filter(Intent::isSwap).forEach(step -> each(step, () -> move(generation, step)));
        Optional<Definitions> before = steps.stream().anyMatch(Intent::isView)
                ? Optional.of(Definitions.read(warehouse, session, schemas))
                : Optional.empty();
        steps.stream().filter(Intent::isView).forEach(step -> each(step, () -> define(step, before.orElseThrow())));
        session.begin();
        steps.stream()
                .filter(Intent::isOverwrite)
                .forEach(step -> each(
                        step,
                        () -> say(
                                "move the rows in",
                                "overwrite_table",
                                Map.of(
                                        "relation",
                                        step.relation(),
                                        "candidate",
                                        warehouse.candidate(step.relation())))));
        registry.publish(session, generation, steps.stream().map(Intent::node).toList());
        session.commit();
    }

    /** The last step first. */
    void undo() {
        session.rollback();
        while (!back.isEmpty()) {
            session.execute(back.pop());
        }
    }

    private static void each(Intent step, Runnable work) {
        try {
            work.run();
        } catch (WarehouseError refusal) {
            if (refusal.kind() == WarehouseError.Kind.REFUSED) {
                throw new CutRefused(step.node(), refusal);
            }
            throw refusal;
        }
    }

    private void move(long generation, Intent step) {
        RelationName published = step.relation();
        RelationName candidate = warehouse.candidate(published);
        if (!existing.kind(candidate).equals(Optional.of(Kind.TABLE))) {
            // It has taken its place already, and nothing of the old is left under its name.
            return;
        }
        if (existing.kind(published).equals(Optional.of(Kind.TABLE))) {
            swap(generation, published, candidate);
        } else {
            makeWay(published);
            rename(Kind.TABLE, candidate, published);
        }
    }

    private void swap(long generation, RelationName published, RelationName candidate) {
        if (marks.isOf(published, generation)) {
            return;
        }
        if (!marks.isOf(candidate, generation)) {
            session.execute(marks.mark(candidate, generation));
        }
        var names = Map.<String, Object>of("relation", published, "other", candidate);
        say("put the candidate in its place", "swap_tables", names);
        back.push(statement("take the swap back", "swap_tables", names));
    }

    private void define(Intent step, Definitions before) {
        RelationName published = step.relation();
        boolean replaces = existing.kind(published).equals(Optional.of(Kind.VIEW));
        makeWayUnless(Kind.VIEW, published);
        session.execute(Statement.of("make the view over what is published", step.how()));
        if (replaces) {
            before.of(published).ifPresent(back::push);
        } else {
            back.push(statement("take the view back", "drop_view", Map.of("relation", published)));
        }
    }

    private void makeWay(RelationName published) {
        existing.kind(published).ifPresent(kind -> rename(kind, published, warehouse.retired(published)));
    }

    private void makeWayUnless(Kind wanted, RelationName published) {
        if (!existing.kind(published).equals(Optional.of(wanted))) {
            makeWay(published);
        }
    }

    private void rename(Kind kind, RelationName from, RelationName to) {
        String file = "rename_" + kind.word().replace(' ', '_');
        say("put a relation in its place", file, Map.of("from", from, "to", to));
        back.push(statement("take a move back", file, Map.of("from", to, "to", from)));
    }

    private void say(String purpose, String file, Map<String, Object> values) {
        session.execute(statement(purpose, file, values));
    }

    private Statement statement(String purpose, String file, Map<String, Object> values) {
        return warehouse.wording().statement(purpose, file, values);
    }
}
