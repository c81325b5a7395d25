package dev.assay.compile;

import dev.assay.sql.Draft;
import dev.assay.sql.Draft.Hole;
import dev.assay.warehouse.SqlTokens.LexicalRules;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Splits a draft's text into tokens as a dialect reads it, without its comments. Words are in lower case. */
final class Tokens {

    /** What follows the letter in {@code U&"d\0065v"}. */
    private static final String ESCAPED = "&\"";

    private final String text;
    private final SqlScanner scanner;
    private final Iterator<Hole> holes;
    private final List<Token> found = new ArrayList<>();
    private Optional<Hole> nextHole;

    private Tokens(Draft draft, LexicalRules rules) {
        this.text = draft.sql().text();
        this.scanner = new SqlScanner(text, rules);
        this.holes = draft.holes().iterator();
        this.nextHole = hole();
    }

    static List<Token> of(Draft draft, LexicalRules rules) {
        var tokens = new Tokens(draft, rules);
        tokens.read();
        return tokens.found;
    }

    private void read() {
        for (int at = scanner.skipBlanks(0); at < text.length(); ) {
            Token token = token(at);
            found.add(token);
            at = scanner.skipBlanks(token.end());
        }
    }

    private Token token(int at) {
        while (nextHole.isPresent() && nextHole.get().start() < at) {
            nextHole = hole();
        }
        if (nextHole.isPresent() && nextHole.get().start() == at) {
            return new Token(Token.Kind.HOLE, "", at, nextHole.get().end());
        }
        char first = text.charAt(at);
        boolean isEscaped = (first == 'u' || first == 'U') && text.startsWith(ESCAPED, at + 1);
        int end = scanner.endOfToken(isEscaped ? at + ESCAPED.length() : at);
        if (first == '"' || isEscaped) {
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
}
