package dev.assay.run;

import dev.assay.materialize.Candidate;
import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Chooses the tables of a cut that take their candidates' rows in and stay themselves, rather than be swapped with them:
 * those that are told to, small ones, and those with a stream or policy, which would stay behind with the old table.
 */
record Overwrites(Warehouse warehouse, Session session, Scene scene, ColumnLists columns, PolicyLookup policies) {

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
        List<Candidate> able = open.stream().filter(this::mayStay).toList();
        Set<String> streamed = able.isEmpty() ? Set.of() : streamed();
        able.stream()
                .map(Candidate::published)
                .filter(name -> streamed.contains(key(name))
                        || policies.on(name, Kind.TABLE).isPresent())
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

    /** Tables with streams. Those that our role may not see are taken for absent. */
    private Set<String> streamed() {
        try {
            return tables(session.query(
                    warehouse.wording().statement("see on which tables streams stand", "show_streams", Map.of())));
        } catch (WarehouseError refusal) {
            if (refusal.kind() != WarehouseError.Kind.REFUSED) {
                throw refusal;
            }
            return Set.of();
        }
    }

    /** The table of each stream is said with its database in front. */
    private static Set<String> tables(Rows rows) {
        int column = rows.columns().stream().map(Rows.Column::name).toList().indexOf("table_name");
        return column < 0
                ? Set.of()
                : rows.rows().stream()
                        .map(row -> String.valueOf(row.get(column)))
                        .map(name -> name.substring(name.indexOf('.') + 1).replace("\"", ""))
                        .collect(Collectors.toSet());
    }

    private String key(RelationName name) {
        return Marks.key(warehouse, name);
    }
}
