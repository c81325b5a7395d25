package dev.assay.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds published relations that a text names, wherever it does: by a name with its schema, and by literals that functions take
 * for names or for SQL. A name may also be the beginning of a column: {@code dev.orders.id}.
 *
 * <p>Knows no grammar. {@code a.b} is a column where {@code a} is an alias, so a name counts only if its first part is not in
 * the text by itself.
 */
final class MentionedNames {

    /** Functions whose literals are names of relations. */
    private static final Set<String> TAKE_NAMES = Set.of(
            "query_table",
            "table",
            "identifier",
            "to_regclass",
            "table_to_xml",
            "table_to_xmlschema",
            "table_to_xml_and_xmlschema");

    /** Functions whose literals are SQL. */
    private static final Set<String> TAKE_SQL = Set.of(
            "query",
            "query_to_xml",
            "query_to_xmlschema",
            "query_to_xml_and_xmlschema",
            "dblink",
            "json_execute_serialized_sql");

    private static final int PARTS = 3;

    private final TokenReader tokens;
    private final ProjectNames names;
    private final List<WrittenName> found = new ArrayList<>();

    private MentionedNames(TokenReader tokens, ProjectNames names) {
        this.tokens = tokens;
        this.names = names;
    }

    static List<WrittenName> in(TokenReader tokens, ProjectNames names) {
        var mentioned = new MentionedNames(tokens, names);
        // Another statement is refused as a whole.
        for (int at = 0; at < tokens.size() && !tokens.token(at).isSign(';'); at++) {
            mentioned.read(at);
        }
        return mentioned.found;
    }

    /** The indexes of literals that are names, or SQL, by their place in the text. */
    static Set<Integer> literalsOfNames(TokenReader tokens) {
        var literals = new HashSet<Integer>();
        for (int at = 0; at < tokens.size(); at++) {
            if (isNamingCall(tokens, at)) {
                literals.addAll(arguments(tokens, at + 1));
            } else if (isRegclass(tokens, at)) {
                literals.add(at);
            }
        }
        return literals;
    }

    private static boolean isNamingCall(TokenReader tokens, int at) {
        String word = tokens.word(at);
        return tokens.token(at + 1).isSign('(') && (TAKE_NAMES.contains(word) || TAKE_SQL.contains(word));
    }

    /** {@code 'dev.orders'::regclass}. */
    private static boolean isRegclass(TokenReader tokens, int at) {
        return tokens.token(at).kind() == Token.Kind.LITERAL
                && (tokens.word(at - 1).equals("regclass")
                        || (tokens.word(at + 3).equals("regclass")
                                && tokens.token(at + 1).isSign(':')));
    }

    /** The literals between an opening bracket and its end. */
    private static List<Integer> arguments(TokenReader tokens, int open) {
        var literals = new ArrayList<Integer>();
        int depth = 0;
        for (int at = open; at < tokens.size(); at++) {
            if (tokens.token(at).isSign('(')) {
                depth++;
            } else if (tokens.token(at).isSign(')')) {
                depth--;
            } else if (tokens.token(at).kind() == Token.Kind.LITERAL) {
                literals.add(at);
            }
            if (depth == 0) {
                break;
            }
        }
        return literals;
    }

    private void read(int at) {
        if (isNamingCall(tokens, at)) {
            arguments(tokens, at + 1).forEach(literal -> literal(literal, TAKE_SQL.contains(tokens.word(at))));
        } else if (isRegclass(tokens, at)) {
            literal(at, false);
        } else if (tokens.token(at).isIdentifier() && tokens.token(at + 1).isSign('.') && tokens.isApartBefore(at)) {
            name(at);
        }
    }

    private void name(int at) {
        if (!names.mayBegin(tokens.token(at))) {
            return;
        }
        WrittenName whole = tokens.name(at);
        int parts = whole.parts().size();
        for (int count = 2; count <= Math.min(parts, PARTS); count++) {
            var name = new WrittenName(
                    whole.start(),
                    tokens.token(at + 2 * (count - 1)).end(),
                    whole.parts().subList(0, count));
            if ((count < parts || isEnd(at)) && names.published(name).isPresent() && !isAlias(at)) {
                found.add(name);
                return;
            }
        }
    }

    /** Not {@code dev.orders(…)}, which is a function. */
    private boolean isEnd(int at) {
        int last = tokens.lastOfName(at);
        return tokens.isApartAfter(last) && !tokens.token(last + 1).isSign('(');
    }

    private boolean isAlias(int at) {
        String wanted = plain(at);
        for (int other = 0; other < tokens.size(); other++) {
            if (tokens.token(other).isIdentifier()
                    && !tokens.token(other - 1).isSign('.')
                    && !tokens.token(other + 1).isSign('.')
                    && plain(other).equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    private String plain(int at) {
        return tokens.written(at).replace("\"", "").toLowerCase(Locale.ROOT);
    }

    /** What a literal names, at the place of the literal. */
    private void literal(int at, boolean isSql) {
        TokenReader inside = tokens.inside(at);
        if (isSql) {
            WrittenNames.in(inside, names).forEach(name -> add(at, name));
        } else if (inside.token(0).isIdentifier() && inside.lastOfName(0) == inside.size() - 1) {
            WrittenName name = inside.name(0);
            if (names.published(name).isPresent()) {
                add(at, name);
            }
        }
    }

    private void add(int at, WrittenName name) {
        found.add(new WrittenName(tokens.token(at).start(), tokens.token(at).end(), name.parts()));
    }
}
