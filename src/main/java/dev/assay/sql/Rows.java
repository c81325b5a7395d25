package dev.assay.sql;

import java.util.List;

/** What a query gave back, small enough to hold. A value is null, text, a number, a boolean, or what prints as the warehouse prints it. */
public record Rows(List<Column> columns, List<List<Object>> rows) {

    /** A column's name and its type in the warehouse's own words. */
    public record Column(String name, String type) {}

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public Object value(int row, int column) {
        return rows.get(row).get(column);
    }

    /** The one number that a counting query gives. */
    public long number() {
        return ((Number) value(0, 0)).longValue();
    }
}
