package dev.assay.run;

import dev.assay.materialize.Candidate;
import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import dev.assay.warehouse.Portions;
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
record Overwrites(Warehouse warehouse, Session session, Scene scene, ColumnLists columns) {

    /** Above this, writing the rows a second time costs more than it is worth. As the warehouse stores them. */
    static final long MOST_BYTES = 100L << 20;

    private static final int TABLES_A_STATEMENT = 200;

    /** @param tables candidates of tables, where readers see a table already */
    Set<RelationName> among(List<Candidate> tables) {
        var chosen = new HashSet<RelationName>();
        var open = new ArrayList<RelationName>();
        tables.stream().filter(this::fits).forEach(candidate -> {
            if (candidate.isTold("overwrite") || isSmallAndAlike(candidate)) {
                chosen.add(candidate.published());
            } else {
                open.add(candidate.published());
            }
        });
        Set<String> pinned = open.isEmpty() ? Set.of() : pinned(open);
        open.stream().filter(name -> pinned.contains(key(name))).forEach(chosen::add);
        return chosen;
    }

    /** Those among these views on which a policy stands. */
    Set<RelationName> withPolicy(List<RelationName> views) {
        var found = new HashSet<String>();
        if (!views.isEmpty()) {
            attempt(() -> found.addAll(policies(views, "view")));
        }
        return views.stream().filter(view -> found.contains(key(view))).collect(Collectors.toSet());
    }

    /** Rows can only move in where there are the same columns; other comments on them come by a swap. */
    private boolean fits(Candidate candidate) {
        RelationName built = candidate.name();
        return candidate.isTold("overwrite")
                ? columns.areSame(candidate.published(), built)
                : columns.areDescribedAlike(candidate.published(), built);
    }

    /** What is described or made in another way than before can only come by a swap. */
    private boolean isSmallAndAlike(Candidate candidate) {
        RelationName built = candidate.name();
        return scene.marks().bytes(built) <= MOST_BYTES
                && scene.marks().areMadeAlike(candidate.published(), built)
                && scene.marks().areDescribedAlike(candidate.published(), built);
    }

    /** Those with streams or policies. What our role may not see is taken for absent. */
    private Set<String> pinned(List<RelationName> tables) {
        var pinned = new HashSet<String>();
        attempt(() -> streamed().forEach(pinned::add));
        attempt(() -> pinned.addAll(policies(tables, "table")));
        return pinned;
    }

    private List<String> policies(List<RelationName> names, String kind) {
        return Portions.of(names, TABLES_A_STATEMENT).stream()
                .map(some -> Map.<String, Object>of("kind", kind, "named", ColumnLists.named(warehouse, some)))
                .map(values -> warehouse.wording().statement("see where policies stand", "read_policies", values))
                .flatMap(asked -> session.query(asked).rows().stream())
                .map(row -> row.get(0) + "." + row.get(1))
                .toList();
    }

    /** The table of each stream is said with its database in front. */
    private List<String> streamed() {
        Rows rows = session.query(
                warehouse.wording().statement("see on which tables streams stand", "show_streams", Map.of()));
        int column = rows.columns().stream().map(Rows.Column::name).toList().indexOf("table_name");
        return column < 0
                ? List.of()
                : rows.rows().stream()
                        .map(row -> String.valueOf(row.get(column)))
                        .map(name -> name.substring(name.indexOf('.') + 1).replace("\"", ""))
                        .toList();
    }

    private static void attempt(Runnable question) {
        try {
            question.run();
        } catch (WarehouseError refusal) {
            if (refusal.kind() != WarehouseError.Kind.REFUSED) {
                throw refusal;
            }
        }
    }

    private String key(RelationName name) {
        return Marks.key(warehouse, name);
    }
}
