package dev.assay.warehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words and signs of SQL, without its comments and without what its literals hold. Used where the parser of an engine cannot
 * be asked what a statement is.
 *
 * @param tokens words in lower case; other characters one by one; a literal is its opening quote
 */
public record SqlTokens(List<String> tokens) {

    /** The lexical rules of a dialect: comments and backslashes. */
    public enum LexicalRules {
        /** Comments in comments; a backslash in a literal is a character like others. */
        STANDARD,
        /** The first end of a comment ends it, {@code //} begins one; a backslash in a literal escapes. */
        WITH_ESCAPES
    }

    public static SqlTokens of(String sql, LexicalRules rules) {
        var found = new ArrayList<String>();
        var reader = new Reader(sql, rules);
        for (int at = reader.skip(0); at < sql.length(); at = reader.skip(at)) {
            int end = reader.end(at);
            boolean isWord = Reader.isWordPart(sql.charAt(at));
            found.add(isWord ? sql.substring(at, end).toLowerCase(Locale.ROOT) : sql.substring(at, at + 1));
            at = end;
        }
        return new SqlTokens(List.copyOf(found));
    }

    /** What a message calls the statement: its first word behind brackets, else nothing. */
    public String verb() {
        return tokens.stream()
                .filter(token -> !token.equals("("))
                .findFirst()
                .filter(token -> Reader.isWordPart(token.charAt(0)))
                .orElse("");
    }

    /** Whether something stands behind a semicolon. */
    public boolean isSeveral() {
        int semicolon = tokens.indexOf(";");
        return semicolon >= 0
                && tokens.subList(semicolon, tokens.size()).stream().anyMatch(token -> !token.equals(";"));
    }

    public boolean hasAny(Set<String> words) {
        return tokens.stream().anyMatch(words::contains);
    }

    /** Whether these stand directly behind each other. */
    public boolean hasInRow(List<String> row) {
        return java.util.Collections.indexOfSubList(tokens, row) >= 0;
    }

    private record Reader(String sql, LexicalRules rules) {

        int skip(int from) {
            int at = from;
            while (at < sql.length()) {
                int next = Character.isWhitespace(sql.charAt(at)) ? at + 1 : endOfComment(at);
                if (next == at) {
                    return at;
                }
                at = next;
            }
            return at;
        }

        private int endOfComment(int at) {
            boolean isLine =
                    sql.startsWith("--", at) || (rules == LexicalRules.WITH_ESCAPES && sql.startsWith("//", at));
            if (isLine) {
                int end = sql.indexOf('\n', at);
                return end < 0 ? sql.length() : end;
            }
            return sql.startsWith("/*", at) ? endOfBlock(at) : at;
        }

        private int endOfBlock(int start) {
            int depth = 0;
            int at = start;
            while (at < sql.length()) {
                if (sql.startsWith("/*", at)) {
                    depth = rules == LexicalRules.WITH_ESCAPES ? 1 : depth + 1;
                    at += 2;
                } else if (sql.startsWith("*/", at)) {
                    depth--;
                    at += 2;
                    if (depth == 0) {
                        return at;
                    }
                } else {
                    at++;
                }
            }
            return at;
        }

        int end(int at) {
            char c = sql.charAt(at);
            if (c == '\'' || c == '"') {
                return endOfLiteral(at, c);
            }
            if (sql.startsWith("$$", at)) {
                int end = sql.indexOf("$$", at + 2);
                return end < 0 ? sql.length() : end + 2;
            }
            int end = at + 1;
            while (isWordPart(c) && end < sql.length() && isWordPart(sql.charAt(end))) {
                end++;
            }
            return end;
        }

        private int endOfLiteral(int start, char quote) {
            boolean escapes = rules == LexicalRules.WITH_ESCAPES && quote == '\'';
            for (int at = start + 1; at < sql.length(); at++) {
                if (escapes && sql.charAt(at) == '\\') {
                    at++;
                } else if (sql.charAt(at) == quote) {
                    return at + 1;
                }
            }
            return sql.length();
        }

        static boolean isWordPart(char c) {
            return Character.isLetterOrDigit(c) || c == '_';
        }
    }
}
