package dev.assay.run;

import dev.assay.materialize.Blueprint;
import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Literal;
import dev.assay.warehouse.Portions;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which tables of a cut take their candidates' rows in and stay themselves, rather than trade names with them: those that
 * are told to, small ones, and those on which something stands that would stay behind with the old table.
 */
record Overwrites(Warehouse warehouse, Session session, Scene scene) {

    /** Above this, writing the rows a second time costs more than it is worth. As the warehouse stores them. */
    static final long MOST_BYTES = 100L << 20;

    private static final int TABLES_A_STATEMENT = 200;

    /** The published names of those among these. */
    Set<RelationName> among(List<Blueprint> blueprints) {
        List<Blueprint> able =
                withSameColumns(blueprints.stream().filter(this::mayOverwrite).toList());
        var chosen = new HashSet<RelationName>();
        var open = new ArrayList<Blueprint>();
        for (Blueprint blueprint : able) {
            if (told(blueprint).equals("overwrite") || isSmallAndAlike(blueprint)) {
                chosen.add(blueprint.published());
            } else {
                open.add(blueprint);
            }
        }
        Set<String> pinned = open.isEmpty() ? Set.of() : pinned(open);
        open.stream()
                .map(Blueprint::published)
                .filter(name -> pinned.contains(key(name)))
                .forEach(chosen::add);
        return chosen;
    }

    /** The published names of those views that say and hold the same as their candidates. */
    Set<RelationName> unchanged(List<Blueprint> views, Predicate<Blueprint> saysTheSame) {
        return withSameColumns(views.stream()
                        .filter(view -> scene.existing().is(view.published(), Kind.VIEW))
                        .filter(saysTheSame)
                        .toList())
                .stream()
                .map(Blueprint::published)
                .collect(Collectors.toSet());
    }

    /** Those among these views on which a policy stands. */
    Set<RelationName> withPolicy(List<RelationName> views) {
        var found = new HashSet<String>();
        if (!views.isEmpty()) {
            attempt(() -> found.addAll(policies(views, "view")));
        }
        return views.stream().filter(view -> found.contains(key(view))).collect(Collectors.toSet());
    }

    private static String told(Blueprint blueprint) {
        return blueprint.node().config().publishBy();
    }

    private boolean mayOverwrite(Blueprint blueprint) {
        return !told(blueprint).equals("swap") && isTable(blueprint.published()) && isTable(blueprint.candidate());
    }

    private boolean isTable(RelationName name) {
        return scene.existing().is(name, Kind.TABLE);
    }

    /** What is described or made in another way than before can only come by a swap. */
    private boolean isSmallAndAlike(Blueprint blueprint) {
        return scene.marks().bytes(blueprint.candidate()) <= MOST_BYTES
                && scene.marks().areAlike(blueprint.published(), blueprint.candidate());
    }

    /** Rows can only move in where there are the same columns. */
    private List<Blueprint> withSameColumns(List<Blueprint> blueprints) {
        if (blueprints.isEmpty()) {
            return List.of();
        }
        Map<String, List<List<Object>>> columns = columns(blueprints);
        return blueprints.stream()
                .filter(blueprint -> {
                    boolean described = !told(blueprint).equals("overwrite");
                    return columnsOf(blueprint.published(), columns, described)
                            .equals(columnsOf(blueprint.candidate(), columns, described));
                })
                .toList();
    }

    /** @param described whether their comments have to be the same too */
    private List<List<Object>> columnsOf(
            RelationName table, Map<String, List<List<Object>>> columns, boolean described) {
        return columns.getOrDefault(key(table), List.of()).stream()
                .map(row -> row.subList(2, described ? 5 : 4))
                .toList();
    }

    private Map<String, List<List<Object>>> columns(List<Blueprint> blueprints) {
        List<RelationName> names = blueprints.stream()
                .flatMap(blueprint -> Stream.of(blueprint.published(), blueprint.candidate()))
                .toList();
        var columns = new HashMap<String, List<List<Object>>>();
        ask("look at the columns", "read_columns", names, Map.of())
                .forEach(row -> columns.computeIfAbsent(row.get(0) + "." + row.get(1), any -> new ArrayList<>())
                        .add(row));
        return columns;
    }

    /** Those with streams or policies. What our role may not see is taken for absent. */
    private Set<String> pinned(List<Blueprint> blueprints) {
        var pinned = new HashSet<String>();
        attempt(() -> streamed().forEach(pinned::add));
        attempt(() -> pinned.addAll(
                policies(blueprints.stream().map(Blueprint::published).toList(), "table")));
        return pinned;
    }

    private List<String> policies(List<RelationName> names, String kind) {
        return ask("see where policies stand", "read_policies", names, Map.of("kind", kind)).stream()
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

    private List<List<Object>> ask(String purpose, String file, List<RelationName> names, Map<String, Object> more) {
        return Portions.of(names, TABLES_A_STATEMENT).stream()
                .flatMap(some -> {
                    var values = new HashMap<String, Object>(more);
                    values.put("named", some.stream().map(this::named).toList());
                    return session.query(warehouse.wording().statement(purpose, file, values)).rows().stream();
                })
                .toList();
    }

    private Map<String, Object> named(RelationName name) {
        return Map.of(
                "schema", new Literal(warehouse.dialect().stored(name.schema())),
                "name", new Literal(warehouse.dialect().stored(name.name())),
                "whole", new Literal(warehouse.dialect().print(name)));
    }

    private String key(RelationName name) {
        return Marks.key(warehouse, name);
    }
}
