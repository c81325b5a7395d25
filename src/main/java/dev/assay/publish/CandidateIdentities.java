package dev.assay.publish;

import dev.assay.diagnostic.Code;
import dev.assay.materialize.Part;
import dev.assay.materialize.Way;
import dev.assay.publish.dependents.DependencyQueries;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wording;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whether the rows that a cut publishes are those of the relations that were tested. A view is published from its SQL, so its
 * candidate is not asked for.
 */
public record CandidateIdentities(Session session, Wording wording) {

    public static final String WHY_EMPTIED =
            "it is UNLOGGED, and the server empties such a table when it starts again after a crash";

    private static final String STATEMENT = "relation_ids";

    /**
     * Is called after the moves: nobody can replace a moved relation any more, because the cut has locked it.
     *
     * @return published names under which readers will see no row, because row security is on and no policy lets rows through
     * @throws CutRefused if another relation has the name of a candidate, if row policies may have hidden rows from its tests, or
     *     if a crash of the server has emptied it
     */
    public Set<RelationName> require(List<Part> parts) {
        Map<RelationName, Part> asked = new TreeMap<>();
        parts.stream()
                .filter(part -> part.candidate().identity().isPresent())
                .forEach(part -> place(part).ifPresent(name -> asked.put(name, part)));
        if (asked.isEmpty()) {
            return Set.of();
        }
        var closed = new TreeSet<RelationName>();
        Map<RelationName, Found> found = found(asked.keySet());
        asked.forEach((name, part) -> {
            Optional<Found> relation = Optional.ofNullable(found.get(name));
            if (!part.candidate().identity().equals(relation.map(Found::id))) {
                throw new CutRefused(part.id(), replaced(part));
            } else if (relation.filter(Found::hidesRows).isPresent()) {
                throw new CutRefused(
                        part.id(), HiddenRows.refusal(part.candidate().name()));
            } else if (relation.filter(Found::isEmptied).isPresent() && hadRows(part)) {
                throw new CutRefused(part.id(), emptied(part));
            } else if (part.published().equals(name)
                    && relation.filter(Found::isClosed).isPresent()) {
                closed.add(name);
            }
        });
        return closed;
    }

    private static boolean hadRows(Part part) {
        return part.candidate().rows().orElse(0) > 0;
    }

    /** Those of these candidates that have no rows and are UNLOGGED: if they had rows, a crash of the server has emptied them. */
    public Set<RelationName> emptied(Collection<RelationName> candidates) {
        if (candidates.isEmpty() || !wording.knows(STATEMENT)) {
            return Set.of();
        }
        var emptied = new TreeSet<RelationName>();
        found(candidates).forEach((name, relation) -> {
            if (relation.isEmptied()) {
                emptied.add(name);
            }
        });
        return emptied;
    }

    /**
     * @param hidesRows from our role
     * @param isEmptied whether it has no rows, and would have none after a crash of the server
     * @param isClosed whether row security is on, and no policy lets rows through
     */
    private record Found(String id, boolean hidesRows, boolean isEmptied, boolean isClosed) {}

    private static Optional<RelationName> place(Part part) {
        return switch (part.way()) {
            case Way.Exchange moved -> Optional.of(plain(part.published()));
            case Way.Difference same -> Optional.of(plain(part.candidate().name()));
            case Way.Overwrite same -> Optional.of(plain(part.candidate().name()));
            case Way.Merge same -> Optional.of(plain(part.candidate().name()));
            case Way.Define made -> Optional.empty();
            case Way.Keep kept -> Optional.empty();
        };
    }

    private static RelationName plain(RelationName name) {
        return RelationName.of(name.schema(), name.name());
    }

    private Map<RelationName, Found> found(Collection<RelationName> asked) {
        Map<RelationName, Found> found = new HashMap<>();
        session.query(wording.statement(
                        "see whether candidates are those that were tested",
                        STATEMENT,
                        Map.of("named", DependencyQueries.names(asked))))
                .rows()
                .forEach(row -> found.put(
                        RelationName.of(row.get(0).toString(), row.get(1).toString()),
                        new Found(
                                row.get(2).toString(),
                                Boolean.TRUE.equals(row.get(3)),
                                Boolean.TRUE.equals(row.get(4)),
                                Boolean.TRUE.equals(row.get(5)))));
        return found;
    }

    private static WarehouseError replaced(Part part) {
        return outdated(
                part,
                part.candidate().name() + " is not the relation that was tested"
                        + "\nanother client has created a relation with its name since then");
    }

    private static WarehouseError emptied(Part part) {
        return outdated(part, part.candidate().name() + " has lost the rows that were tested\n" + WHY_EMPTIED);
    }

    private static WarehouseError outdated(Part part, String words) {
        return WarehouseError.of(WarehouseError.Kind.HELD, words)
                .coded(Code.CANDIDATE_OUTDATED)
                .helped(List.of("build it again: assay build --select "
                        + part.blueprint().node().name()));
    }
}
