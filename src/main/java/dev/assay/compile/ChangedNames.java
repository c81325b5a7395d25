package dev.assay.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the names of relations whose rows or definition a text of statements changes: behind {@code into}, {@code update … set},
 * {@code delete from}, {@code truncate}, {@code copy … from}, {@code drop}, {@code undrop}, {@code create or replace}, {@code
 * refresh materialized view}, {@code swap with}, where a table becomes a part of another one, and what {@link AlteredNames}
 * finds. Reads tokens, as {@link RelationNames} does, wherever in a statement they are: {@code prepare q as update …}. In a
 * statement of an unknown kind, each name counts.
 */
final class ChangedNames {

    private static final Set<String> KINDS = Set.of(
            "table",
            "view",
            "materialized",
            "transient",
            "secure",
            "recursive",
            "dynamic",
            "iceberg",
            "external",
            "hybrid",
            "foreign",
            "force");

    private static final Set<String> BEFORE_NAME = Set.of("table", "only", "if", "not", "exists", "concurrently");

    private static final Set<String> OVERWRITES = Set.of("replace", "alter");

    private final TokenReader tokens;
    private final List<WrittenName> found = new ArrayList<>();

    private ChangedNames(TokenReader tokens) {
        this.tokens = tokens;
    }

    static List<WrittenName> in(TokenReader tokens) {
        var names = new ChangedNames(tokens);
        boolean isKnown = true;
        for (int at = 0; at < tokens.size(); at++) {
            if (at == 0 || tokens.token(at - 1).isSign(';')) {
                isKnown = StatementVerbs.isKnown(tokens, at);
            }
            if (isKnown) {
                names.read(at);
            } else {
                names.qualified(at);
            }
        }
        return names.found;
    }

    private void read(int at) {
        if (tokens.token(at - 1).isSign('.')) {
            return;
        }
        switch (word(at)) {
            case "into", "inherit" -> add(true, at + 1);
            case "inherits" -> list(at + 2);
            case "overwrite" ->
                add(word(at - 1).equals("insert") && !word(at + 1).equals("into"), at + 1);
            case "delete" -> add(word(at + 1).equals("from"), at + 2);
            case "update" -> add(isSet(at + 1), at + 1);
            case "truncate" -> list(afterKinds(at + 1));
            case "drop", "undrop" -> dropped(at + 1);
            case "create" -> {
                boolean replaces = word(at + 1).equals("or") && OVERWRITES.contains(word(at + 2));
                add(replaces && KINDS.contains(word(at + 3)), afterKinds(at + 3));
            }
            case "alter" -> altered(afterKinds(at + 1), KINDS.contains(word(at + 1)));
            case "swap" -> add(word(at + 1).equals("with"), at + 2);
            case "partition" -> add(word(at - 1).equals("attach"), at + 1);
            case "of" -> add(word(at - 1).equals("partition"), at + 1);
            case "refresh" -> add(word(at + 1).equals("materialized"), afterKinds(at + 1));
            case "copy" -> add(word(afterColumns(at + 1)).equals("from"), at + 1);
            default -> {}
        }
    }

    private void dropped(int at) {
        if (KINDS.contains(word(at))) {
            list(afterKinds(at));
        }
    }

    private void qualified(int at) {
        boolean isFirst =
                tokens.token(at).isIdentifier() && !tokens.token(at - 1).isSign('.');
        add(isFirst && tokens.token(at + 1).isSign('.'), at);
    }

    private String word(int at) {
        return tokens.word(at);
    }

    /** {@code update only dev.orders * as o set …}. The word alone may be a right, an event of a trigger or a column. */
    private boolean isSet(int at) {
        int name = skipped(at);
        if (word(name).equals("set")) {
            return false;
        }
        int next = tokens.lastOfName(name) + 1;
        while (tokens.token(next).isSign('*') || tokens.token(next).isSign(')')) {
            next++;
        }
        next = word(next).equals("as") ? next + 1 : next;
        return word(next).equals("set") || word(next + 1).equals("set");
    }

    /** {@code dev.orders, only dev.customers *, …}. */
    private void list(int at) {
        int next = add(true, at);
        next = tokens.token(next).isSign('*') ? next + 1 : next;
        if (tokens.token(next).isSign(',')) {
            list(next + 1);
        }
    }

    private void altered(int at, boolean isRelation) {
        add(isRelation && new AlteredNames(tokens).isChange(tokens.lastOfName(at) + 1), at);
    }

    private int afterKinds(int at) {
        int next = at;
        while (KINDS.contains(word(next))) {
            next++;
        }
        return skipped(next);
    }

    private int skipped(int at) {
        int next = at;
        while (BEFORE_NAME.contains(word(next))
                || (tokens.token(next).isSign('(') && word(next - 1).equals("only"))) {
            next++;
        }
        return next;
    }

    /** {@code copy orders (id, amount) from …}. */
    private int afterColumns(int at) {
        int next = tokens.lastOfName(at) + 1;
        if (tokens.token(next).isSign('(')) {
            while (next < tokens.size() && !tokens.token(next).isSign(')')) {
                next++;
            }
            next++;
        }
        return next;
    }

    /** Takes the name at a token if the statement changes it, and gives the index of what follows. */
    private int add(boolean isChanged, int at) {
        int name = skipped(at);
        if (isChanged && tokens.token(name).isIdentifier() && tokens.isWhole(name)) {
            found.add(tokens.name(name));
        }
        return tokens.lastOfName(name) + 1;
    }
}
