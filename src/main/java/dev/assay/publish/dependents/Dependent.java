package dev.assay.publish.dependents;

import dev.assay.sql.RelationName;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Something that depends on a relation which a cut is about to exchange, or that a swap would take from it.
 *
 * @param on the relation
 * @param kind in the words of the warehouse's users: view, materialized view, foreign key, column, row policy
 * @param direct whether it names the relation itself
 * @param depth how many views lie between, at most
 * @param mayBeChanged whether its owner is a role of ours
 * @param definition a view's words, with the schema of every name
 * @param namesJoinColumns whether a view gives names to the columns of a join by their position
 */
public record Dependent(
        RelationName on,
        RelationName name,
        String kind,
        boolean direct,
        int depth,
        String owner,
        boolean mayBeChanged,
        String definition,
        String options,
        boolean namesJoinColumns) {

    // `dev.orders o(a, b)`: every relation has its schema before its name.
    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[\\w$]+)";
    private static final Pattern NAMED_COLUMNS = Pattern.compile(NAME + "\\." + NAME + " " + NAME + "\\(");

    static Dependent of(List<Object> row) {
        return new Dependent(
                RelationName.of(text(row, 0), text(row, 1)),
                RelationName.of(text(row, 2), text(row, 3)),
                text(row, 4),
                Boolean.TRUE.equals(row.get(5)),
                ((Number) row.get(6)).intValue(),
                text(row, 7),
                Boolean.TRUE.equals(row.get(8)),
                row.get(9) == null ? "" : text(row, 9).strip().replaceFirst(";$", ""),
                text(row, 10),
                Boolean.TRUE.equals(row.get(11)));
    }

    private static String text(List<Object> row, int column) {
        return row.get(column).toString();
    }

    public boolean isView() {
        return kind.equals("view");
    }

    /** Whether it gives names to columns of a relation by their position, so that other columns get them after a swap. */
    public boolean namesColumns() {
        return NAMED_COLUMNS.matcher(definition).find();
    }

    /** For people: {@code view reports.daily of role ann}. */
    public String words() {
        String where = name.schema().isEmpty() ? name.name() : name.toString();
        return kind + " " + where + (owner.isEmpty() ? "" : " of role " + owner);
    }
}
