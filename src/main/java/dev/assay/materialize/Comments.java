package dev.assay.materialize;

import dev.assay.manifest.ColumnSpec;
import dev.assay.manifest.Relational;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.Literal;
import dev.assay.warehouse.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What users wrote about a relation, kept in the warehouse where {@code persist_docs} asks for it. */
record Comments(Wording sql) {

    List<Statement> on(Relational node, Kind kind, RelationName relation) {
        Map<String, Object> wanted = node.config().map("persist_docs");
        var statements = new ArrayList<Statement>();
        if (isTrue(wanted.get("relation")) && !node.description().text().isBlank()) {
            statements.add(sql.statement(
                    "keep the description",
                    "comment_on_" + kind.suffix(),
                    Map.of(
                            "relation",
                            relation,
                            "comment",
                            new Literal(node.description().text()))));
        }
        if (isTrue(wanted.get("columns"))) {
            node.description().columns().stream()
                    .filter(column -> !column.description().isBlank())
                    .map(column -> column(relation, column))
                    .forEach(statements::add);
        }
        return statements;
    }

    private Statement column(RelationName relation, ColumnSpec column) {
        return sql.statement(
                "keep the description of column " + column.name(),
                "comment_on_column",
                Map.of(
                        "relation", relation,
                        "column", new Identifier(column.name()),
                        "comment", new Literal(column.description())));
    }

    private static boolean isTrue(Object value) {
        return value != null && Boolean.parseBoolean(value.toString());
    }
}
