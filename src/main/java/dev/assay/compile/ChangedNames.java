package dev.assay.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the names of relations whose rows or definition a text of statements changes: behind {@code insert into},
 * {@code update … set}, {@code delete from}, {@code merge into}, {@code truncate}, {@code copy … from}, {@code drop}, {@code
 * create or replace}, {@code refresh materialized view} and what {@link AlteredNames} finds. Reads tokens, as {@link
 * RelationNames} does, wherever in a statement they are: {@code prepare q as update …}.
 */
final class ChangedNames {

    private static final Set<String> TAKES_INTO =
            Set.of("insert", "replace", "ignore", "overwrite", "abort", "fail", "rollback", "merge", "copy");

    private static final Set<String> KINDS =
            Set.of("table", "view", "materialized", "transient", "secure", "recursive", "dynamic", "iceberg");

    private static final Set<String> BEFORE_NAME = Set.of("table", "only", "if", "not", "exists", "concurrently");

    private final TokenReader tokens;
    private final List<WrittenName> found = new ArrayList<>();

    private ChangedNames(TokenReader tokens) {
        this.tokens = tokens;
    }

    static List<WrittenName> in(TokenReader tokens) {
        var names = new ChangedNames(tokens);
        for (int at = 0; at < tokens.size(); at++) {
            names.read(at);
        }
        return names.found;
    }

    private void read(int at) {
        if (tokens.token(at - 1).isSign('.')) {
            return;
        }
        switch (word(at)) {
            case "into" -> add(TAKES_INTO.contains(word(at - 1)), at + 1);
            case "overwrite" ->
                add(word(at - 1).equals("insert") && !word(at + 1).equals("into"), at + 1);
            case "delete" -> add(word(at + 1).equals("from"), at + 2);
            case "update" -> add(isSet(at + 1), at + 1);
            case "truncate" -> truncated(at + 1);
            case "drop" -> add(KINDS.contains(word(at + 1)), afterKinds(at + 1));
            case "create" -> {
                boolean replaces = word(at + 1).equals("or") && word(at + 2).equals("replace");
                add(replaces && KINDS.contains(word(at + 3)), afterKinds(at + 3));
            }
            case "alter" -> altered(afterKinds(at + 1), KINDS.contains(word(at + 1)));
            case "refresh" -> add(word(at + 1).equals("materialized"), afterKinds(at + 1));
            case "copy" -> add(word(afterColumns(at + 1)).equals("from"), at + 1);
            default -> {}
        }
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
        next = tokens.token(next).isSign('*') ? next + 1 : next;
        next = word(next).equals("as") ? next + 1 : next;
        return word(next).equals("set") || word(next + 1).equals("set");
    }

    private void truncated(int at) {
        int name = add(true, at);
        while (tokens.token(name).isSign(',')) {
            name = add(true, name + 1);
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
        while (BEFORE_NAME.contains(word(next))) {
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
