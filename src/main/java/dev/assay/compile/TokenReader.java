package dev.assay.compile;

import dev.assay.sql.Draft;
import dev.assay.sql.SqlText;
import dev.assay.warehouse.SqlTokens.LexicalRules;
import java.util.ArrayList;
import java.util.List;

/** The tokens of a draft, and the names that they spell. */
record TokenReader(String text, List<Token> tokens, LexicalRules rules) {

    /** Signs that, directly before a name, make it part of something else: {@code @stage}, {@code $variable}. */
    private static final String PREFIXES = ".@$";

    TokenReader {
        tokens = List.copyOf(tokens);
    }

    static TokenReader of(Draft draft, LexicalRules rules) {
        return new TokenReader(draft.sql().text(), Tokens.of(draft, rules), rules);
    }

    /** Of a text in which no call of the template prints a name. */
    static TokenReader of(SqlText text, LexicalRules rules) {
        return of(new Draft(text, List.of(), Draft.State.OPEN, false), rules);
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

    /** A part of a name, with its quotes; escapes are resolved. */
    private String part(int at) {
        String written = written(at);
        boolean isEscaped = token(at).kind() == Token.Kind.QUOTED && written.charAt(0) != '"';
        return isEscaped ? EscapedIdentifier.resolved(written, escape(at)) : written;
    }

    /** {@code U&"d!0065v" uescape '!'}. */
    private char escape(int at) {
        boolean isChosen = word(at + 1).equals("uescape") && written(at + 2).length() == 3;
        return isChosen ? written(at + 2).charAt(1) : '\\';
    }

    /** The tokens of what a literal holds. */
    TokenReader inside(int at) {
        return of(SqlText.plain(literal(at).replace("''", "'")), rules);
    }

    /** What a literal holds, without its quotes. */
    String literal(int at) {
        String written = written(at);
        int open = written.indexOf('\'');
        return open < 0 || written.length() < open + 2 ? "" : written.substring(open + 1, written.length() - 1);
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
            parts.add(part(at));
        }
        return new WrittenName(token(start).start(), token(last).end(), parts);
    }

    /** Whether no call of the template prints a part of the name. */
    boolean isWhole(int start) {
        return isApartBefore(start) && isApartAfter(lastOfName(start));
    }

    /** Whether no sign directly before makes a name that begins here part of something else. */
    boolean isApartBefore(int at) {
        Token before = token(at - 1);
        boolean isApart = at == 0 || before.end() < token(at).start();
        return isApart
                || (before.kind() != Token.Kind.HOLE
                        && before.kind() != Token.Kind.WORD
                        && PREFIXES.indexOf(text.charAt(before.end() - 1)) < 0
                        && !isTypeOrPath(at - 1));
    }

    /** {@code x::orders} is a type, and on Snowflake {@code x:orders} a part of a value. */
    private boolean isTypeOrPath(int colon) {
        return token(colon).isSign(':')
                && (rules == LexicalRules.WITH_ESCAPES || token(colon - 1).isSign(':'));
    }

    boolean isApartAfter(int at) {
        Token after = token(at + 1);
        boolean isApart = after.equals(Token.NONE) || token(at).end() < after.start();
        return isApart || (after.kind() != Token.Kind.HOLE && !after.isSign('$') && !after.isSign('.'));
    }
}
