package dev.assay.compile;

import java.util.Set;

/**
 * Decides whether an {@code alter table} or {@code alter view} changes what readers of the relation see: its name, its columns
 * or their types. Owners, constraints, options, comments and policies are not rows or columns.
 */
record AlteredNames(TokenReader tokens) {

    private static final Set<String> CHANGES =
            Set.of("swap", "attach", "detach", "inherit", "no", "merge", "split", "exchange", "as");

    /** What {@code add} and {@code drop} take that is no column. */
    private static final Set<String> NO_COLUMN = Set.of(
            "constraint",
            "primary",
            "unique",
            "foreign",
            "check",
            "exclude",
            "index",
            "clustering",
            "search",
            "row",
            "all",
            "aggregation",
            "storage",
            "policy",
            "tag",
            "metric");

    private static final Set<String> SETS = Set.of("set", "unset", "drop", "comment", "add", "reset");

    /** @param at the first token behind the relation's name */
    boolean isChange(int at) {
        int action = at;
        while (action < tokens.size() && !tokens.token(action).isSign(';')) {
            int next = endOfAction(action);
            if (isChange(action, next)) {
                return true;
            }
            action = next + 1;
        }
        return false;
    }

    private boolean isChange(int at, int end) {
        String second = tokens.word(at + 1);
        return switch (tokens.word(at)) {
            case "rename" -> !second.equals("constraint");
            case "set" -> second.equals("schema");
            case "add", "drop" -> !NO_COLUMN.contains(second);
            case "alter" -> hasOtherType(at, end);
            case "modify" -> hasOtherType(at, end) || !SETS.contains(tokens.word(afterColumn(at + 1)));
            default -> CHANGES.contains(tokens.word(at));
        };
    }

    /** {@code alter column x type text}, {@code set data type}, {@code set expression as}. */
    private boolean hasOtherType(int at, int end) {
        for (int next = afterColumn(at + 1); next < end; next++) {
            if (tokens.word(next).equals("type") || tokens.word(next).equals("expression")) {
                return true;
            }
        }
        return false;
    }

    private int afterColumn(int at) {
        return tokens.lastOfName(tokens.word(at).equals("column") ? at + 1 : at) + 1;
    }

    /** The comma or semicolon that ends one of several actions. */
    private int endOfAction(int from) {
        int depth = 0;
        for (int at = from; at < tokens.size(); at++) {
            Token token = tokens.token(at);
            if (token.isSign('(')) {
                depth++;
            } else if (token.isSign(')')) {
                depth--;
            } else if (depth == 0 && (token.isSign(',') || token.isSign(';'))) {
                return token.isSign(',') ? at : at - 1;
            }
        }
        return tokens.size();
    }
}
