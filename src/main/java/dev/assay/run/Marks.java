package dev.assay.run;

import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Dialect;
import dev.assay.warehouse.Literal;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which generation a table is of, kept at the end of its comment: two tables that have traded names look the same but for
 * that, and a swap done twice undoes itself.
 *
 * @param comments by the name that the warehouse has
 */
record Marks(Warehouse warehouse, Map<String, String> comments) {

    private static final Pattern MARK = Pattern.compile("\\s*\\[assay generation \\d+\\]$");

    static Marks read(Warehouse warehouse, Session session, Collection<String> schemas) {
        Dialect dialect = warehouse.dialect();
        List<Literal> asked =
                schemas.stream().map(dialect::stored).map(Literal::new).toList();
        Rows rows = session.query(
                warehouse.wording().statement("read the marks", "read_comments", Map.of("schemas", asked)));
        var comments = new HashMap<String, String>();
        rows.rows()
                .forEach(row ->
                        comments.put(row.get(0) + "." + row.get(1), row.get(2).toString()));
        return new Marks(warehouse, comments);
    }

    boolean isOf(RelationName table, long generation) {
        return comment(table).endsWith(mark(generation));
    }

    /** Says it of a candidate, before it takes its place. */
    Statement mark(RelationName table, long generation) {
        String plain = MARK.matcher(comment(table)).replaceFirst("");
        String marked = (plain.isEmpty() ? "" : plain + "\n") + mark(generation);
        return warehouse
                .wording()
                .statement(
                        "mark the candidate",
                        "comment_on_table",
                        Map.of("relation", table, "comment", new Literal(marked)));
    }

    private static String mark(long generation) {
        return "[assay generation " + generation + "]";
    }

    private String comment(RelationName table) {
        return comments.getOrDefault(key(warehouse, table), "");
    }

    /** A database in front of the name is the one that we are in. */
    static String key(Warehouse warehouse, RelationName name) {
        Dialect dialect = warehouse.dialect();
        return dialect.stored(name.schema()) + "." + dialect.stored(name.name());
    }
}
