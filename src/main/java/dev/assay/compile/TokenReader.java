package dev.assay.compile;

import dev.assay.sql.Draft;
import java.util.ArrayList;
import java.util.List;

/** The tokens of a draft, and the names that they spell. */
record TokenReader(String text, List<Token> tokens) {

    TokenReader {
        tokens = List.copyOf(tokens);
    }

    /** No tokens where dialects disagree on how to read the text. */
    static TokenReader of(Draft draft) {
        return new TokenReader(draft.sql().text(), Tokens.of(draft));
    }

    int size() {
        return tokens.size();
    }

    Token token(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at) : Token.NONE;
    }

    /** In lower case; empty where the token is no word. */
    String word(int at) {
        Token token = token(at);
        return token.kind() == Token.Kind.WORD ? token.text() : "";
    }

    String written(int at) {
        return text.substring(token(at).start(), token(at).end());
    }

    /** The index of the last token of the name that begins at a token. */
    int lastOfName(int start) {
        int at = start;
        while (token(at + 1).isSign('.') && token(at + 2).isIdentifier()) {
            at += 2;
        }
        return at;
    }

    WrittenName name(int start) {
        var parts = new ArrayList<String>();
        int last = lastOfName(start);
        for (int at = start; at <= last; at += 2) {
            parts.add(written(at));
        }
        return new WrittenName(token(start).start(), token(last).end(), parts);
    }

    /** Whether no call of the template prints a part of the name. */
    boolean isWhole(int start) {
        return isApartBefore(start) && isApartAfter(lastOfName(start));
    }

    private boolean isApartBefore(int at) {
        return at == 0
                || token(at - 1).end() < token(at).start()
                || token(at - 1).isSign(',')
                || token(at - 1).isSign('(');
    }

    private boolean isApartAfter(int at) {
        int end = token(at).end();
        return end == text.length()
                || Character.isWhitespace(text.charAt(end))
                || text.startsWith("--", end)
                || text.startsWith("/*", end)
                || ",();".indexOf(text.charAt(end)) >= 0;
    }
}
