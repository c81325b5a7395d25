package dev.assay.materialize.keys;

import dev.assay.manifest.Relational;
import dev.assay.sql.RelationName;
import dev.assay.sql.SqlText;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.Literal;
import dev.assay.warehouse.Wording;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The statements that put indexes and constraints on a table, and take them off. */
public record IndexStatements(Wording sql) {

    /** All that the settings ask for; nothing where the warehouse knows neither. */
    public List<Statement> on(Relational node, RelationName relation) {
        return sql.knows("create_index")
                ? IndexReader.of(node).fittings().stream()
                        .map(fitting -> put(fitting, relation))
                        .toList()
                : List.of();
    }

    public Statement put(IndexOrConstraint fitting, RelationName relation) {
        Statement statement = switch (fitting) {
            case IndexOrConstraint.Index index -> index(index, relation);
            case IndexOrConstraint.Constraint constraint -> constraint(constraint, relation);
            case IndexOrConstraint.NotNull column -> notNull("set_not_null", column.name(), relation);
        };
        return statement.askedFor(fitting.place());
    }

    private Statement index(IndexOrConstraint.Index index, RelationName relation) {
        return sql.statement(
                "make the index on " + String.join(", ", index.columns()) + of(relation),
                "create_index",
                Map.of(
                        "index", relation.renamed(table -> index.name()),
                        "relation", relation,
                        "keys", identifiers(index.columns()),
                        "unique", index.unique(),
                        "type", index.type().map(Identifier::new),
                        "mark", new Literal(index.mark())));
    }

    private Statement constraint(IndexOrConstraint.Constraint constraint, RelationName relation) {
        return sql.statement(
                "put the constraint `" + constraint.kind().word() + "`" + on(constraint) + of(relation),
                "add_constraint",
                Map.of(
                        "name",
                        new Identifier(constraint.name()),
                        "relation",
                        relation,
                        "kind",
                        constraint.kind().word(),
                        "keys",
                        identifiers(constraint.columns()),
                        "expression",
                        SqlText.plain(constraint.expression()),
                        "mark",
                        new Literal(constraint.mark())));
    }

    private static String on(IndexOrConstraint.Constraint constraint) {
        return !constraint.expression().isEmpty()
                ? ": " + constraint.expression() + ","
                : " on " + String.join(", ", constraint.columns());
    }

    private static String of(RelationName relation) {
        return " of `" + relation.name() + "`";
    }

    private Statement notNull(String file, String column, RelationName relation) {
        String purpose = file.startsWith("set") ? "keep null out of `" : "let null into `";
        return sql.statement(
                purpose + column + "`" + of(relation),
                file,
                Map.of("relation", relation, "column", new Identifier(column)));
    }

    /** @param kind index, constraint or not null */
    public Statement remove(String kind, String name, RelationName relation) {
        return switch (kind) {
            case "index" ->
                sql.statement(
                        "remove the index " + name, "drop_index", Map.of("index", relation.renamed(table -> name)));
            case "constraint" ->
                sql.statement(
                        "remove the constraint " + name,
                        "drop_constraint",
                        Map.of("name", new Identifier(name), "relation", relation));
            default -> notNull("drop_not_null", name, relation);
        };
    }

    /** What the settings call so. */
    public static Optional<IndexOrConstraint> named(Relational node, String kind, String name) {
        return IndexReader.of(node).fittings().stream()
                .filter(fitting -> fitting.name().equals(name) && kind(fitting).equals(kind))
                .findFirst();
    }

    private static String kind(IndexOrConstraint fitting) {
        return switch (fitting) {
            case IndexOrConstraint.Index index -> "index";
            case IndexOrConstraint.Constraint constraint -> "constraint";
            case IndexOrConstraint.NotNull column -> "not null";
        };
    }

    private static List<Identifier> identifiers(List<String> names) {
        return names.stream().map(Identifier::new).toList();
    }
}
