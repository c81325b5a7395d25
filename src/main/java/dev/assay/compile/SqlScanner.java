package dev.assay.compile;

import dev.assay.warehouse.SqlTokens.LexicalRules;
import java.util.OptionalInt;

/** Knows in SQL what is blank, comment, literal or else. Decides nothing about its meaning. */
record SqlScanner(String text, LexicalRules rules) {

    SqlScanner(String text) {
        this(text, LexicalRules.STANDARD);
    }

    /** The first offset that is neither blank nor inside a comment. */
    int skipBlanks(int from) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isBlank(c)) {
                at++;
            } else if (c != '-' && c != '/') {
                return at;
            } else if (text.startsWith("--", at) || (hasEscapes() && text.startsWith("//", at))) {
                at = endOfLine(at);
            } else if (text.startsWith("/*", at)) {
                at = endOfComment(at);
            } else {
                return at;
            }
        }
        return at;
    }

    /** Where the last letter ends that is neither blank nor comment. */
    int significantEnd() {
        int end = 0;
        for (int at = skipBlanks(0); at < text.length(); at = skipBlanks(end)) {
            end = endOfToken(at);
        }
        return end;
    }

    /** Where one statement ends and something else begins. */
    OptionalInt firstSemicolon() {
        int end = text.indexOf(';') < 0 ? text.length() : 0;
        for (int at = skipBlanks(end); at < text.length(); at = skipBlanks(end)) {
            if (text.charAt(at) == ';') {
                return OptionalInt.of(at);
            }
            end = endOfToken(at);
        }
        return OptionalInt.empty();
    }

    /** Whether the text ends within a comment that only a line's end ends. */
    boolean endsInLineComment() {
        int at = significantEnd();
        while (at < text.length()) {
            if (text.startsWith("--", at)) {
                int end = endOfLine(at);
                if (end == text.length()) {
                    return true;
                }
                at = end;
            } else {
                at = text.startsWith("/*", at) ? endOfComment(at) : at + 1;
            }
        }
        return false;
    }

    boolean isWord(int start, String word) {
        return text.regionMatches(true, start, word, 0, word.length()) && endOfWord(start) == start + word.length();
    }

    int endOfWord(int start) {
        int at = start;
        while (at < text.length() && isWordPart(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Where the word, literal or sign ends that starts here; a doubled quote starts a second literal. */
    int endOfToken(int start) {
        char c = text.charAt(start);
        if (c == '\'' || c == '"' || c == '`') {
            return endOfLiteral(start, c, hasEscapes() && c == '\'');
        }
        if (c == '$') {
            return endOfDollars(start);
        }
        if (!isWordPart(c)) {
            return start + 1;
        }
        int end = endOfWord(start);
        boolean escapes = end == start + 1 && (c == 'e' || c == 'E') && end < text.length() && text.charAt(end) == '\'';
        return escapes ? endOfLiteral(end, '\'', true) : end;
    }

    private int endOfLiteral(int start, char quote, boolean escapes) {
        for (int at = start + 1; at < text.length(); at++) {
            if (escapes && text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == quote) {
                return at + 1;
            }
        }
        return text.length();
    }

    /** {@code $$ … $$} or, in most dialects, {@code $tag$ … $tag$}; a lone dollar is a letter like others. */
    private int endOfDollars(int start) {
        int mark = hasEscapes() ? start + 1 : endOfWord(start + 1);
        if (mark >= text.length() || text.charAt(mark) != '$' || Character.isDigit(text.charAt(start + 1))) {
            return start + 1;
        }
        String tag = text.substring(start, mark + 1);
        int end = text.indexOf(tag, mark + 1);
        return end < 0 ? text.length() : end + tag.length();
    }

    private int endOfLine(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }

    private int endOfComment(int start) {
        int depth = 0;
        for (int at = start; at < text.length(); at++) {
            if (text.startsWith("/*", at)) {
                depth = hasEscapes() ? 1 : depth + 1;
                at++;
            } else if (text.startsWith("*/", at)) {
                depth--;
                at++;
                if (depth == 0) {
                    return at + 1;
                }
            }
        }
        return text.length();
    }

    private boolean hasEscapes() {
        return rules == LexicalRules.WITH_ESCAPES;
    }

    // Nearly all letters are plain ones, and of those less has to be asked.
    private static boolean isBlank(char c) {
        return (c <= ' ' || c > '~') && Character.isWhitespace(c);
    }

    private static boolean isWordPart(char c) {
        return c <= '~'
                ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'
                : Character.isLetterOrDigit(c);
    }
}
