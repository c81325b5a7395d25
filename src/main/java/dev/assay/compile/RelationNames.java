package dev.assay.compile;

import dev.assay.warehouse.Identifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds what a select reads, written by hand: behind {@code from} and {@code join}, behind the commas of a {@code from}, and
 * behind the words of {@link #TAKES_RELATION}. Common tables, functions and what calls of the template print are left out.
 *
 * <p>Reads tokens, and knows no grammar. What the tokens do not decide is not found.
 */
final class RelationNames {

    /**
     * What a select reads.
     *
     * @param files literals and stages, as they are written
     */
    record Found(List<WrittenName> names, List<String> files) {}

    /** Words that, where a query may begin, are followed by a relation. */
    private static final Set<String> TAKES_RELATION =
            Set.of("table", "pivot", "unpivot", "summarize", "describe", "desc", "show");

    /** What else follows these words. */
    private static final Set<String> NO_RELATION = Set.of("include", "exclude");

    private static final Set<String> BEFORE_QUERY = Set.of("all", "distinct", "union", "intersect", "except", "minus");

    private static final Set<String> BEGINS_QUERY = Set.of("select", "with", "from");

    private static final Set<String> ENDS_FROM = Set.of(
            "select",
            "where",
            "group",
            "having",
            "order",
            "limit",
            "offset",
            "fetch",
            "union",
            "intersect",
            "except",
            "minus",
            "qualify",
            "window",
            "for",
            "connect",
            "start",
            "returning",
            "set",
            "values");

    private static final Set<String> BEGINS_COMMON = Set.of("with", "recursive");

    private static final Set<String> DEFINES_COMMON = Set.of("as", "using");

    private static final Set<String> NEGATES = Set.of("is", "not");

    private static final Set<String> DIRECTIONS = Set.of("first", "last");

    private static final Set<String> AFTER_DIRECTION = Set.of("over", "ignore", "respect");

    /** What stands between brackets, or at the top. */
    private static final class Group {

        private final boolean isQuery;
        private final boolean isTables;
        private boolean isInFrom;
        private boolean expectsRelation;

        Group(boolean isQuery, boolean isTables) {
            this.isQuery = isQuery;
            this.isTables = isTables;
            this.expectsRelation = isTables;
        }
    }

    private final TokenReader tokens;
    private final Deque<Group> groups = new ArrayDeque<>();
    private final List<WrittenName> found = new ArrayList<>();
    private final List<String> files = new ArrayList<>();

    private RelationNames(TokenReader tokens) {
        this.tokens = tokens;
    }

    static Found in(TokenReader tokens) {
        var names = new RelationNames(tokens);
        names.read();
        if (names.found.stream().noneMatch(WrittenName::isBare)) {
            return new Found(names.found, names.files);
        }
        Set<String> common = names.commonTables();
        return new Found(
                names.found.stream()
                        .filter(name -> !name.isBare()
                                || !common.contains(plain(name.parts().getFirst())))
                        .toList(),
                names.files);
    }

    private void read() {
        groups.push(new Group(isQuery(0) || token(0).isSign('('), false));
        int at = 0;
        while (at < tokens.size() && !groups.isEmpty() && !token(at).isSign(';')) {
            at = groups.peek().expectsRelation ? relation(at) : other(at);
        }
    }

    /** {@code describe select … } is one, too. */
    private boolean isQuery(int at) {
        return BEGINS_QUERY.contains(token(at).text())
                || (TAKES_RELATION.contains(token(at).text())
                        && BEGINS_QUERY.contains(token(at + 1).text()));
    }

    /** Whether a relation follows a word, which is no name itself. */
    private boolean takesRelation(int at) {
        Token next = token(at + 1);
        return TAKES_RELATION.contains(tokens.word(at))
                && (next.isIdentifier() || next.kind() == Token.Kind.LITERAL)
                && !NO_RELATION.contains(next.text())
                && !ENDS_FROM.contains(next.text());
    }

    private boolean mayBeginQuery(int at) {
        Token before = token(at - 1);
        return at == 0 || before.isSign('(') || before.isSign(')') || BEFORE_QUERY.contains(before.text());
    }

    /** Reads where a relation is expected, and gives the index of what follows. */
    private int relation(int at) {
        Token token = token(at);
        if (token.text().equals("lateral") || token.text().equals("only") || takesRelation(at)) {
            return at + 1;
        }
        groups.peek().expectsRelation = false;
        if (token.isSign('(')) {
            boolean isQuery = isQuery(at + 1);
            boolean isValues = token(at + 1).text().equals("values");
            groups.push(new Group(isQuery, !isQuery && !isValues));
            return at + 1;
        }
        if (token.kind() == Token.Kind.LITERAL || token.isSign('@')) {
            file(at);
            return at + 1;
        }
        if (!token.isIdentifier() || ENDS_FROM.contains(token.text())) {
            return other(at);
        }
        return name(at);
    }

    /** DuckDB looks for a relation of that name before it looks for a file. */
    private void file(int at) {
        files.add(tokens.written(at));
        if (token(at).kind() == Token.Kind.LITERAL) {
            found.add(new WrittenName(
                    token(at).start(), token(at).end(), List.of(Identifier.quoted(tokens.literal(at)))));
        }
    }

    private int name(int start) {
        int last = tokens.lastOfName(start);
        if (tokens.isWhole(start) && isNameEnd(last)) {
            found.add(tokens.name(start));
        }
        return last + 1;
    }

    /** Whether what follows can be neither a part of the name nor the arguments of a function. */
    private boolean isNameEnd(int at) {
        Token next = token(at + 1);
        return !next.text().equals("from") && !next.isSign('(') && !next.isSign('.') && !next.isSign(':');
    }

    /** Reads where no relation is expected, and gives the index of what follows. */
    private int other(int at) {
        Token token = token(at);
        Group group = groups.peek();
        switch (token.kind()) {
            case SIGN -> sign(token, at, group);
            case WORD -> {
                if (!isColumn(at)) {
                    word(token.text(), at, group);
                }
            }
            case QUOTED, LITERAL, HOLE -> {}
        }
        return at + 1;
    }

    private void sign(Token token, int at, Group group) {
        switch (token.text()) {
            case "(" -> groups.push(new Group(isQuery(at + 1), false));
            case "[", "{" -> groups.push(new Group(false, false));
            case ")", "]", "}" -> groups.pop();
            case "," -> group.expectsRelation = group.isInFrom;
            default -> {}
        }
    }

    private void word(String word, int at, Group group) {
        if (word.equals("join")) {
            group.expectsRelation = group.isInFrom || group.isTables;
        } else if (group.isQuery && word.equals("from") && isClause(at)) {
            group.isInFrom = true;
            group.expectsRelation = true;
        } else if (ENDS_FROM.contains(word)) {
            group.isInFrom = false;
        } else if (takesRelation(at) && mayBeginQuery(at)) {
            group.expectsRelation = true;
        }
    }

    /** {@code o.order}, {@code 1 as from}: a name, whatever the word. */
    private boolean isColumn(int at) {
        return token(at - 1).isSign('.') || token(at - 1).text().equals("as");
    }

    /** Not {@code is distinct from}, nor {@code nth_value(x, 2) from first over …}. */
    private boolean isClause(int at) {
        boolean isComparison = token(at - 1).text().equals("distinct")
                && NEGATES.contains(token(at - 2).text());
        boolean isDirection = DIRECTIONS.contains(token(at + 1).text())
                && AFTER_DIRECTION.contains(token(at + 2).text());
        return !isComparison && !isDirection;
    }

    /** All that may be the name of a common table: one too many hides a relation, one too few makes an error of it. */
    private Set<String> commonTables() {
        var common = new HashSet<String>();
        for (int at = 1; at < tokens.size(); at++) {
            Token before = token(at - 1);
            Token after = token(at + 1);
            boolean isFirst = BEGINS_COMMON.contains(before.text()) || before.isSign(',');
            boolean isDefined = after.isSign('(') || DEFINES_COMMON.contains(after.text());
            if (isFirst && isDefined && token(at).isIdentifier()) {
                common.add(plain(tokens.written(at)));
            }
        }
        return common;
    }

    private static String plain(String identifier) {
        return identifier.replace("\"", "").toLowerCase(Locale.ROOT);
    }

    private Token token(int at) {
        return tokens.token(at);
    }
}
