package dev.assay.publish.bound;

import dev.assay.manifest.Relational;
import dev.assay.materialize.Part;
import dev.assay.materialize.PartStatements;
import dev.assay.materialize.keys.IndexOrConstraint;
import dev.assay.materialize.keys.IndexStatements;
import dev.assay.publish.CutRefused;
import dev.assay.publish.dependents.DependencyQueries;
import dev.assay.publish.dependents.LockWaits;
import dev.assay.setup.RunSetup;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tables that stay themselves take in the rows that differ, and the indexes and constraints that their settings have now.
 * Readers go on meanwhile. Only where an index or a constraint of ours goes, they wait until the cut is made.
 */
final class DifferenceWrites {

    /**
     * What only one of a table and its candidate has.
     *
     * @param kind index, constraint or not null
     * @param gone whether the settings ask for it no more
     */
    private record Change(Part part, String kind, String name, boolean gone) {

        boolean isIndex() {
            return kind.equals("index");
        }
    }

    private final RunSetup setup;
    private final Session session;
    private final Wording wording;
    private final List<Part> parts;
    private final List<Change> changes;

    DifferenceWrites(RunSetup setup, Session session, Wording wording, List<Part> parts) {
        this.setup = setup;
        this.session = session;
        this.wording = wording;
        this.parts = List.copyOf(parts);
        this.changes = parts.isEmpty() ? List.of() : changes(parts);
    }

    /** Tables of which an index or a constraint goes, so that readers have to be kept off before rows are written. */
    Set<RelationName> losing() {
        return tables(changes.stream().filter(Change::gone));
    }

    /** Tables that readers have to be kept off for a moment. An index is made beside readers. */
    Set<RelationName> altered() {
        return tables(changes.stream().filter(change -> change.gone() || !change.isIndex()));
    }

    private static Set<RelationName> tables(Stream<Change> changes) {
        return changes.map(change -> change.part().published()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Others may have locked rows. */
    void write(CutKeys keys) {
        if (!parts.isEmpty()) {
            new LockWaits(setup, session, wording).inTransaction(written(), () -> writeRows(keys));
        }
    }

    private void writeRows(CutKeys keys) {
        session.execute(wording.statement("compare all rows", "see_all_rows", Map.of()));
        carryOut(Change::gone);
        var losing = new TreeSet<RelationName>();
        parts.stream().filter(this::writeRows).map(Part::published).forEach(losing::add);
        new RowEffects(session, wording).require(parts, losing);
        keys.check();
        carryOut(change -> !change.gone() && change.isIndex());
    }

    /** The same where readers are kept off already: a lock that is not granted ends the attempt of the cut. */
    void writeUnderLocks(CutKeys keys) {
        if (!parts.isEmpty()) {
            writeRows(keys);
        }
    }

    /** Tables whose rows are written. */
    Set<RelationName> written() {
        return parts.stream().map(Part::published).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether the table has lost rows by it. */
    private boolean writeRows(Part part) {
        var statements = new PartStatements(part, wording);
        try {
            long removed =
                    statements.removals().stream().mapToLong(session::execute).sum();
            statements.insertions().forEach(session::execute);
            return removed > 0;
        } catch (WarehouseError refusal) {
            throw CutRefused.unlessPassing(part.id(), refusal);
        }
    }

    /** When readers are kept off. */
    void addConstraints() {
        carryOut(change -> !change.gone() && !change.isIndex());
    }

    private void carryOut(Predicate<Change> which) {
        changes.stream().filter(which).forEach(this::carryOut);
    }

    private List<Change> changes(List<Part> parts) {
        var byName = new HashMap<RelationName, Part>();
        var candidates = new HashMap<RelationName, RelationName>();
        for (Part part : parts) {
            RelationName published = part.published();
            byName.put(RelationName.of(published.schema(), published.name()), part);
            candidates.put(published, part.written());
        }
        var changes = new ArrayList<Change>();
        session.query(wording.statement(
                        "compare indexes and constraints",
                        "fittings",
                        Map.of("pairs", DependencyQueries.pairs(candidates))))
                .rows()
                .forEach(row -> changes.add(new Change(
                        byName.get(RelationName.of(
                                row.get(0).toString(), row.get(1).toString())),
                        row.get(2).toString(),
                        row.get(3).toString(),
                        Boolean.TRUE.equals(row.get(4)))));
        return changes;
    }

    private void carryOut(Change change) {
        RelationName published = change.part().published();
        Relational node = change.part().blueprint().node();
        var fittings = new IndexStatements(wording);
        List<Statement> statements = change.gone()
                ? List.of(fittings.remove(change.kind(), change.name(), published))
                : IndexStatements.named(node, change.kind(), change.name()).stream()
                        .map((IndexOrConstraint fitting) -> fittings.put(fitting, published))
                        .toList();
        try {
            statements.forEach(session::execute);
        } catch (WarehouseError refusal) {
            throw CutRefused.unlessPassing(change.part().id(), refusal);
        }
    }
}
