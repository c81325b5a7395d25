package dev.assay.run;

import dev.assay.manifest.Relational;
import dev.assay.materialize.Fitting;
import dev.assay.materialize.Fittings;
import dev.assay.materialize.Part;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tables that stay themselves take in the rows that differ, and the indexes and constraints that their settings have now.
 * Readers go on meanwhile, but where an index or a constraint of ours goes: then they wait until the cut is made.
 */
record InPlace(RunSetup setup, Session session, Wording wording) {

    /**
     * What only one of a table and its candidate has.
     *
     * @param kind index, constraint or not null
     * @param gone whether the settings ask for it no more
     */
    private record Change(Part part, String kind, String name, boolean gone) {}

    /** @param keys those that cannot stay while rows are written go, and come again at the cut's end */
    void write(List<Part> parts, CutKeys keys) {
        if (parts.isEmpty()) {
            return;
        }
        session.execute(wording.statement("compare all rows", "see_all_rows", Map.of()));
        List<Change> changes = changes(parts);
        List<Change> gone = changes.stream().filter(Change::gone).toList();
        keys.loosen(gone.stream().map(change -> change.part().published()));
        keepReadersOff(gone, keys.early().toList());
        gone.forEach(this::carryOut);
        new PartRunner(setup.warehouse(), session, parts).rows();
        keys.check();
        List<Change> fresh = changes.stream().filter(change -> !change.gone()).toList();
        keepReadersOff(
                fresh.stream().filter(change -> !change.kind().equals("index")).toList(), List.of());
        fresh.forEach(this::carryOut);
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
                        "compare indexes and constraints", "fittings", Map.of("pairs", Standing.pairs(candidates))))
                .rows()
                .forEach(row -> changes.add(new Change(
                        byName.get(RelationName.of(
                                row.get(0).toString(), row.get(1).toString())),
                        row.get(2).toString(),
                        row.get(3).toString(),
                        Boolean.TRUE.equals(row.get(4)))));
        return changes;
    }

    private void keepReadersOff(List<Change> changes, List<Statement> keys) {
        var tables = new HashMap<RelationName, Kind>();
        changes.forEach(change -> tables.put(change.part().published(), Kind.TABLE));
        if (!tables.isEmpty() || !keys.isEmpty()) {
            new CutLocks(setup, session, wording).take(Set.of(), tables, keys);
        }
    }

    private void carryOut(Change change) {
        RelationName published = change.part().published();
        Relational node = change.part().blueprint().node();
        var fittings = new Fittings(wording);
        List<Statement> statements = change.gone()
                ? List.of(fittings.remove(change.kind(), change.name(), published))
                : Fittings.named(node, change.kind(), change.name()).stream()
                        .map((Fitting fitting) -> fittings.put(fitting, published))
                        .toList();
        try {
            statements.forEach(session::execute);
        } catch (WarehouseError refusal) {
            throw CutRefused.unlessPassing(change.part().id(), refusal);
        }
    }
}
