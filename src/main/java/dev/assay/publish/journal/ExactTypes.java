package dev.assay.publish.journal;

import dev.assay.publish.GenerationComments;
import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The types of columns where the information schema leaves a part of them out: on Snowflake it tells neither the digits of a
 * second nor collations, but {@code show columns} does.
 */
record ExactTypes(Warehouse warehouse, Session session) {

    /** A statement shows at most so many columns, so an answer as long as this may be cut off. */
    private static final int MOST_SHOWN = 10_000;

    private static final int NAME = 2;
    private static final int TYPE = 3;
    private static final String ANY_NULLABLE = ",?\"nullable\":(true|false)";

    /** @param rows by relation, each column in its order: schema, relation, name, type, comment */
    Map<String, List<List<Object>>> of(Collection<RelationName> relations, Map<String, List<List<Object>>> rows) {
        if (relations.isEmpty() || !warehouse.wording().knows("show_columns")) {
            return rows;
        }
        Map<String, String> types = shown(relations, rows);
        var exact = new HashMap<String, List<List<Object>>>();
        rows.forEach((relation, columns) -> exact.put(
                relation,
                columns.stream().map(row -> exact(relation, row, types)).toList()));
        return exact;
    }

    private static List<Object> exact(String relation, List<Object> row, Map<String, String> types) {
        String column = relation + "." + row.get(NAME);
        var exact = new ArrayList<>(row);
        // A column that is not shown is like no other.
        exact.set(TYPE, row.get(TYPE) + " " + types.getOrDefault(column, column));
        return exact;
    }

    private Map<String, String> shown(Collection<RelationName> relations, Map<String, List<List<Object>>> rows) {
        var types = new HashMap<String, String>();
        Set<String> schemas = new LinkedHashSet<>();
        relations.forEach(relation -> schemas.add(relation.schema()));
        for (String schema : schemas) {
            boolean isWhole = show("schema", new Identifier(schema), types) < MOST_SHOWN;
            if (!isWhole) {
                relations.stream()
                        .filter(relation -> relation.schema().equals(schema))
                        .filter(relation -> !isShown(GenerationComments.key(warehouse, relation), rows, types))
                        .forEach(relation -> show("table", relation, types));
            }
        }
        return types;
    }

    private static boolean isShown(String relation, Map<String, List<List<Object>>> rows, Map<String, String> types) {
        return rows.getOrDefault(relation, List.of()).stream()
                .allMatch(row -> types.containsKey(relation + "." + row.get(NAME)));
    }

    private int show(String kind, Object name, Map<String, String> types) {
        Statement show = warehouse
                .wording()
                .statement("look at the types of columns", "show_columns", Map.of("kind", kind, "name", name));
        Rows rows = session.query(show);
        List<String> columns = rows.columns().stream().map(Rows.Column::name).toList();
        for (List<Object> row : rows.rows()) {
            types.put(
                    row.get(columns.indexOf("schema_name")) + "." + row.get(columns.indexOf("table_name")) + "."
                            + row.get(columns.indexOf("column_name")),
                    row.get(columns.indexOf("data_type")).toString().replaceAll(ANY_NULLABLE, ""));
        }
        return rows.rows().size();
    }
}
