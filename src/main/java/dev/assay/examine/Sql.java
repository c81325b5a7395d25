package dev.assay.examine;

import dev.assay.sql.SqlText;

/** A query as it may stand inside another. */
final class Sql {

    private Sql() {}

    /** Without the semicolon that people end a query with; the places of all characters stay. */
    static SqlText unended(SqlText query) {
        String text = query.text();
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ';' || Character.isWhitespace(text.charAt(end - 1)))) {
            end--;
        }
        return end == text.length() ? query : new SqlText(text.substring(0, end), query.origin());
    }
}
