package dev.assay.publish.journal;

import dev.assay.materialize.Candidate;
import dev.assay.publish.CatalogContents;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Existing.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses the tables of a cut that take their candidates' rows in and stay themselves, rather than be swapped with them:
 * those that are told to, small ones, and those with a policy, a stream, a dynamic table or a materialized view, which would stay
 * behind with the old table.
 */
record OverwriteChoice(CatalogContents scene, ColumnLists columns, PolicyLookup policies, DependentLookup dependents) {

    /** Above this, writing the rows a second time costs more than it is worth. As the warehouse stores them. */
    static final long MOST_BYTES = 100L << 20;

    /** @param tables candidates of tables, where readers see a table already */
    Set<RelationName> among(List<Candidate> tables) {
        var chosen = new HashSet<RelationName>();
        var open = new ArrayList<Candidate>();
        for (Candidate candidate : tables) {
            boolean isTold = candidate.isTold("overwrite") && areColumnsSame(candidate);
            if (isTold || isSmallAndAlike(candidate)) {
                chosen.add(candidate.published());
            } else {
                open.add(candidate);
            }
        }
        policies.ask(open.stream().map(Candidate::published).toList(), Kind.TABLE);
        open.stream()
                .filter(this::mayStay)
                .map(Candidate::published)
                .filter(this::isHeldOnTo)
                .forEach(chosen::add);
        return chosen;
    }

    /** Rows can only move in where there are the same columns. */
    private boolean mayStay(Candidate candidate) {
        return !candidate.isTold("swap") && areColumnsSame(candidate);
    }

    private boolean areColumnsSame(Candidate candidate) {
        return columns.areSame(candidate.published(), candidate.name());
    }

    /** What is described or made in another way than before comes by a swap. */
    private boolean isSmallAndAlike(Candidate candidate) {
        RelationName built = candidate.name();
        return mayStay(candidate)
                && columns.areDescribedAlike(candidate.published(), built)
                && scene.marks().bytes(built) <= MOST_BYTES
                && scene.marks().areMadeAlike(candidate.published(), built)
                && scene.marks().areDescribedAlike(candidate.published(), built);
    }

    /** Whether something would stay behind with the old table, or the warehouse does not tell. */
    private boolean isHeldOnTo(RelationName name) {
        return policies.on(name, Kind.TABLE).isPresent()
                || !dependents.on(name).isEmpty()
                || !dependents.unknown().isEmpty();
    }
}
