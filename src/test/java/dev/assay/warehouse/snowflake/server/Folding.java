package dev.assay.warehouse.snowflake.server;

import java.util.Locale;

/**
 * Names in upper case, as Snowflake reads them outside of quotes; texts with Snowflake's backslashes resolved. Lines stay
 * lines, so that a place in the result is a place in what was written.
 */
final class Folding {

    private final String sql;
    private final boolean ignoresCase;
    private final StringBuilder folded = new StringBuilder();
    private int at;

    private Folding(String sql, boolean ignoresCase) {
        this.sql = sql;
        this.ignoresCase = ignoresCase;
    }

    /** Names in quotes are in upper case, too, where the session says so. */
    static String of(String sql, ServerSession session) {
        var folding = new Folding(sql, session.isSet("QUOTED_IDENTIFIERS_IGNORE_CASE"));
        while (folding.at < sql.length()) {
            folding.step();
        }
        String text = folding.folded.toString().strip();
        return text.endsWith(";") ? text.substring(0, text.length() - 1).strip() : text;
    }

    private void step() {
        char c = sql.charAt(at);
        if (c == '\'') {
            text();
        } else if (c == '"') {
            int from = folded.length();
            copyTo(sql.indexOf('"', at + 1) + 1);
            if (ignoresCase) {
                folded.replace(from, folded.length(), folded.substring(from).toUpperCase(Locale.ROOT));
            }
        } else if (sql.startsWith("--", at)) {
            int end = sql.indexOf('\n', at);
            copyTo(end < 0 ? sql.length() : end);
        } else if (sql.startsWith("/*", at)) {
            int end = sql.indexOf("*/", at);
            copyTo(end < 0 ? sql.length() : end + 2);
        } else {
            folded.append(String.valueOf(c).toUpperCase(Locale.ROOT));
            at++;
        }
    }

    private void copyTo(int end) {
        int stop = end <= at ? sql.length() : end;
        folded.append(sql, at, stop);
        at = stop;
    }

    private void text() {
        folded.append('\'');
        at++;
        while (at < sql.length()) {
            char c = sql.charAt(at++);
            if (c == '\\' && at < sql.length()) {
                folded.append(escaped(sql.charAt(at++)));
            } else {
                folded.append(c);
                if (c == '\'') {
                    return;
                }
            }
        }
    }

    private static String escaped(char c) {
        return switch (c) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case '\'' -> "''";
            default -> String.valueOf(c);
        };
    }
}
