package dev.assay.compile;

import dev.assay.sql.Draft;
import dev.assay.sql.Draft.Hole;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Splits a draft's text into tokens, without its comments. Words are in lower case. Gives no tokens where the three
 * dialects disagree on where a literal or a comment ends.
 */
final class Tokens {

    private final String text;
    private final SqlScanner scanner;
    private final boolean hasComments;
    private final Iterator<Hole> holes;
    private final List<Token> found = new ArrayList<>();
    private Optional<Hole> nextHole;

    private Tokens(Draft draft) {
        this.text = draft.sql().text();
        this.scanner = new SqlScanner(text);
        this.hasComments = text.contains("/*");
        this.holes = draft.holes().iterator();
        this.nextHole = hole();
    }

    /** Empty where dialects disagree. */
    static List<Token> of(Draft draft) {
        var tokens = new Tokens(draft);
        return tokens.read() ? tokens.found : List.of();
    }

    private boolean read() {
        int end = 0;
        for (int at = scanner.skipBlanks(0); at < text.length(); at = scanner.skipBlanks(end)) {
            if (hasNestedComment(end, at) || text.startsWith("//", at)) {
                return false;
            }
            Token token = token(at);
            if (isOpenToDoubt(token)) {
                return false;
            }
            found.add(token);
            end = token.end();
        }
        return !hasNestedComment(end, text.length());
    }

    private Token token(int at) {
        while (nextHole.isPresent() && nextHole.get().start() < at) {
            nextHole = hole();
        }
        if (nextHole.isPresent() && nextHole.get().start() == at) {
            return new Token(Token.Kind.HOLE, "", at, nextHole.get().end());
        }
        int end = scanner.endOfToken(at);
        char first = text.charAt(at);
        if (first == '"') {
            return new Token(Token.Kind.QUOTED, text.substring(at, end), at, end);
        }
        if (first == '\'' || text.charAt(end - 1) == '\'' || (first == '$' && end > at + 1)) {
            return new Token(Token.Kind.LITERAL, "", at, end);
        }
        boolean isWord = scanner.endOfWord(at) > at;
        return isWord
                ? new Token(Token.Kind.WORD, text.substring(at, end).toLowerCase(Locale.ROOT), at, end)
                : new Token(Token.Kind.SIGN, text.substring(at, at + 1), at, end);
    }

    private Optional<Hole> hole() {
        return holes.hasNext() ? Optional.of(holes.next()) : Optional.empty();
    }

    /** Snowflake reads a backslash before a quote as part of the literal; the others end the literal there. */
    private boolean isOpenToDoubt(Token token) {
        if (token.kind() != Token.Kind.LITERAL || text.charAt(token.start()) != '\'') {
            return false;
        }
        int last = token.end() - 2;
        int before = last;
        while (before > token.start() && text.charAt(before) == '\\') {
            before--;
        }
        return (last - before) % 2 == 1;
    }

    /** Snowflake ends a comment at the first end; the others count. */
    private boolean hasNestedComment(int from, int to) {
        // Asked between all tokens: a search from each of them to the end of the text would cost more than the rest.
        if (!hasComments) {
            return false;
        }
        int open = text.indexOf("/*", from);
        if (open < 0 || open >= to) {
            return false;
        }
        int inner = text.indexOf("/*", open + 2);
        int close = text.indexOf("*/", open + 2);
        boolean isNested = inner >= 0 && inner < close;
        return isNested || (close >= 0 && hasNestedComment(close + 2, to));
    }
}
