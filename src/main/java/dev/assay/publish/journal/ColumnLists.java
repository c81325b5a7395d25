package dev.assay.publish.journal;

import dev.assay.publish.GenerationComments;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Literal;
import dev.assay.warehouse.PortionedQuery;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of some relations, read for all of a cut at once.
 *
 * @param rows by relation, each column in its order: schema, relation, name, type, comment
 */
record ColumnLists(Warehouse warehouse, Map<String, List<List<Object>>> rows) {

    private static final int RELATIONS_A_STATEMENT = 200;
    private static final int NAME = 2;
    private static final int COMMENT = 4;

    static ColumnLists read(Warehouse warehouse, Session session, Collection<RelationName> relations) {
        var rows = new HashMap<String, List<List<Object>>>();
        var question = new PortionedQuery<RelationName>(
                session,
                some -> warehouse
                        .wording()
                        .statement("look at the columns", "read_columns", Map.of("named", named(warehouse, some))));
        question.rows(List.copyOf(relations), RELATIONS_A_STATEMENT)
                .forEach(row -> rows.computeIfAbsent(row.get(0) + "." + row.get(1), any -> new ArrayList<>())
                        .add(row));
        return new ColumnLists(warehouse, new ExactTypes(warehouse, session).of(relations, rows));
    }

    /** The names as statements about several relations have them. */
    static List<Map<String, Object>> named(Warehouse warehouse, Collection<RelationName> relations) {
        return relations.stream()
                .map(name -> Map.<String, Object>of(
                        "schema", new Literal(warehouse.dialect().stored(name.schema())),
                        "name", new Literal(warehouse.dialect().stored(name.name())),
                        "whole", new Literal(warehouse.dialect().print(name))))
                .toList();
    }

    /** Whether two relations have columns of the same names and types in the same order. */
    boolean areSame(RelationName one, RelationName other) {
        return columns(one, COMMENT).equals(columns(other, COMMENT));
    }

    /** Whether the comments on their columns are the same, too. */
    boolean areDescribedAlike(RelationName one, RelationName other) {
        return columns(one, COMMENT + 1).equals(columns(other, COMMENT + 1));
    }

    private List<List<Object>> columns(RelationName relation, int end) {
        return rows.getOrDefault(GenerationComments.key(warehouse, relation), List.of()).stream()
                .map(row -> row.subList(NAME, end))
                .toList();
    }
}
