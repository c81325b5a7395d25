package dev.assay.parse;

/** SQL that says nothing. */
final class BlankSql {

    private BlankSql() {}

    /** Whether only comments, white space and semicolons stand in it. */
    static boolean is(String sql) {
        int at = 0;
        while (at < sql.length()) {
            char letter = sql.charAt(at);
            if (sql.startsWith("--", at)) {
                at = behind(sql, "\n", at);
            } else if (sql.startsWith("/*", at)) {
                at = behind(sql, "*/", at + 2);
            } else if (Character.isWhitespace(letter) || letter == ';' || letter == '\uFEFF') {
                at++;
            } else {
                return false;
            }
        }
        return true;
    }

    private static int behind(String sql, String end, int from) {
        int found = sql.indexOf(end, from);
        return found < 0 ? sql.length() : found + end.length();
    }
}
