package dev.assay.publish;

import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Dialect;
import dev.assay.warehouse.Literal;
import dev.assay.warehouse.PortionedQuery;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which generation a table is of, kept at the end of its comment: two tables that have traded names look the same but for
 * that, and a swap done twice undoes itself. Beside it what else the catalog tells of relations.
 *
 * @param tables by the name that the warehouse has
 */
public record GenerationComments(Warehouse warehouse, Map<String, Facts> tables) {

    /** @param making how the table was made, in words that differ where tables do */
    record Facts(String comment, long bytes, String making) {}

    private static final Pattern MARK = Pattern.compile("\\s*\\[assay generation \\d+\\]$");
    private static final Facts NOTHING = new Facts("", 0, "");

    static GenerationComments none(Warehouse warehouse) {
        return new GenerationComments(warehouse, Map.of());
    }

    static GenerationComments read(Warehouse warehouse, Session session, Collection<String> schemas) {
        Dialect dialect = warehouse.dialect();
        List<Literal> asked =
                schemas.stream().map(dialect::stored).map(Literal::new).toList();
        var question = new PortionedQuery<Literal>(
                session,
                some -> warehouse.wording().statement("read the marks", "read_comments", Map.of("schemas", some)));
        var tables = new HashMap<String, Facts>();
        question.rows(asked).forEach(row -> tables.put(row.get(0) + "." + row.get(1), facts(row)));
        return new GenerationComments(warehouse, tables);
    }

    private static Facts facts(List<Object> row) {
        return new Facts(row.get(2).toString(), ((Number) row.get(3)).longValue(), String.valueOf(row.get(4)));
    }

    public boolean isOf(RelationName table, long generation) {
        return of(table).comment().endsWith(mark(generation));
    }

    public long bytes(RelationName table) {
        return of(table).bytes();
    }

    public boolean areMadeAlike(RelationName table, RelationName other) {
        return of(table).making().equals(of(other).making());
    }

    /** Whether two relations have the same comment, the mark aside. */
    public boolean areDescribedAlike(RelationName relation, RelationName other) {
        return comment(relation).equals(comment(other));
    }

    /** Without the mark. */
    public String comment(RelationName table) {
        return MARK.matcher(of(table).comment()).replaceFirst("");
    }

    /** Says it of a candidate, before it takes its place. */
    public Statement mark(RelationName table, long generation) {
        String plain = comment(table);
        String marked = (plain.isEmpty() ? "" : plain + "\n") + mark(generation);
        return warehouse
                .wording()
                .statement(
                        "mark the candidate",
                        "comment_on_table",
                        Map.of("relation", table, "comment", new Literal(marked)));
    }

    GenerationComments renamed(Map<RelationName, RelationName> names) {
        var renamed = new HashMap<>(tables);
        names.forEach((from, to) -> Optional.ofNullable(renamed.remove(key(warehouse, from)))
                .ifPresent(facts -> renamed.put(key(warehouse, to), facts)));
        return new GenerationComments(warehouse, renamed);
    }

    private static String mark(long generation) {
        return "[assay generation " + generation + "]";
    }

    private Facts of(RelationName table) {
        return tables.getOrDefault(key(warehouse, table), NOTHING);
    }

    /** A database in front of the name is the one that we are in. */
    public static String key(Warehouse warehouse, RelationName name) {
        Dialect dialect = warehouse.dialect();
        return dialect.stored(name.schema()) + "." + dialect.stored(name.name());
    }
}
