package dev.assay.compile;

import dev.assay.sql.SqlText;

/** Makes a user's SQL fit to stand inside a statement of ours. */
final class TrailingSql {

    private TrailingSql() {}

    /** Without the semicolon at its end, and so that a comment at its end swallows nothing of what follows. */
    static SqlText tidy(SqlText sql) {
        String text = sql.text();
        int end = text.stripTrailing().length();
        if (isTidy(text, end)) {
            return end == text.length() ? sql : new Splice().add(sql, 0, end).done();
        }
        var splice = new Splice();
        int statementEnd = new SqlScanner(text).significantEnd();
        int kept = statementEnd;
        while (kept > 0 && (text.charAt(kept - 1) == ';' || Character.isWhitespace(text.charAt(kept - 1)))) {
            kept--;
        }
        splice.add(sql, 0, kept);
        if (end > statementEnd) {
            splice.add(sql, statementEnd, end);
        }
        var tidy = splice.done();
        return new SqlScanner(tidy.text()).endsInLineComment()
                ? new Splice().add(tidy).add("\n").done()
                : tidy;
    }

    /** Nearly all texts: no semicolon or comment before the blanks at the end. */
    private static boolean isTidy(String text, int end) {
        int line = text.lastIndexOf('\n', end - 1) + 1;
        int comment = text.indexOf("--", line);
        return !text.startsWith(";", end - 1) && !text.startsWith("*/", end - 2) && (comment < 0 || comment >= end);
    }
}
