package dev.assay.sql;

import java.util.OptionalInt;

/**
 * As much of SQL's spelling as is needed to tell words from comments and quoted text: line comments, block comments that
 * nest, single and double quotes, dollar quotes. Knows no grammar.
 */
public final class SqlLexer {

    private final String text;

    public SqlLexer(String text) {
        this.text = text;
    }

    /** The first offset from here on that is neither white space nor comment; the length when there is none. */
    public int skipBlank(int from) {
        int at = from;
        while (at < text.length()) {
            int next = Character.isWhitespace(text.charAt(at)) ? at + 1 : afterComment(at);
            if (next == at) {
                return at;
            }
            at = next;
        }
        return at;
    }

    /** The end of a word that stands here, whatever its case; empty when another one does. */
    public OptionalInt word(int at, String word) {
        int end = at + word.length();
        boolean stands = text.regionMatches(true, at, word, 0, word.length())
                && (end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end)));
        return stands ? OptionalInt.of(end) : OptionalInt.empty();
    }

    /** The end of the text without semicolons, white space and comments behind them. */
    public int endOfStatement() {
        int at = 0;
        int end = 0;
        int beforeSemicolons = 0;
        boolean semicolon = false;
        while (at < text.length()) {
            int next = skipBlank(at);
            if (next > at) {
                at = next;
            } else if (text.charAt(at) == ';') {
                beforeSemicolons = semicolon ? beforeSemicolons : end;
                semicolon = true;
                at++;
            } else {
                at = afterToken(at);
                end = at;
                semicolon = false;
            }
        }
        return semicolon ? beforeSemicolons : text.length();
    }

    /** Whether the text ends inside a line comment, so that whatever is written behind it would be lost. */
    public boolean endsInLineComment() {
        int at = 0;
        while (at < text.length()) {
            int next = afterComment(at);
            if (next > at && next == text.length() && text.startsWith("--", at) && !text.endsWith("\n")) {
                return true;
            }
            at = next > at ? next : afterToken(at);
        }
        return false;
    }

    private int afterComment(int at) {
        if (text.startsWith("--", at)) {
            int end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end + 1;
        }
        if (text.startsWith("/*", at)) {
            int depth = 0;
            for (int i = at; i < text.length() - 1; i++) {
                if (text.startsWith("/*", i)) {
                    depth++;
                    i++;
                } else if (text.startsWith("*/", i)) {
                    depth--;
                    i++;
                    if (depth == 0) {
                        return i + 1;
                    }
                }
            }
            return text.length();
        }
        return at;
    }

    private int afterToken(int at) {
        char c = text.charAt(at);
        if (c == '\'' || c == '"') {
            return afterQuote(at, c);
        }
        if (c == '$') {
            return afterDollarQuote(at);
        }
        return at + 1;
    }

    private int afterQuote(int at, char quote) {
        int i = at + 1;
        while (i < text.length()) {
            if (text.charAt(i) == quote) {
                if (i + 1 < text.length() && text.charAt(i + 1) == quote) {
                    i++;
                } else {
                    return i + 1;
                }
            }
            i++;
        }
        return text.length();
    }

    private int afterDollarQuote(int at) {
        int end = at + 1;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        if (end == text.length() || text.charAt(end) != '$') {
            return at + 1;
        }
        String tag = text.substring(at, end + 1);
        int close = text.indexOf(tag, end + 1);
        return close < 0 ? text.length() : close + tag.length();
    }
}
