package dev.assay.compile;

import java.util.Set;

/** The words that begin statements of which it is known how they name what they change, or that they change no relation. */
final class StatementVerbs {

    private static final Set<String> CHANGE = Set.of(
            "insert",
            "update",
            "delete",
            "merge",
            "replace",
            "truncate",
            "copy",
            "drop",
            "undrop",
            "create",
            "alter",
            "refresh");

    private static final Set<String> READ = Set.of(
            "select",
            "with",
            "values",
            "table",
            "from",
            "pivot",
            "unpivot",
            "summarize",
            "describe",
            "desc",
            "show",
            "explain");

    private static final Set<String> SET_UP = Set.of(
            "grant",
            "revoke",
            "comment",
            "security",
            "reassign",
            "set",
            "unset",
            "reset",
            "use",
            "pragma",
            "attach",
            "detach",
            "load",
            "install",
            "discard");

    private static final Set<String> MAINTAIN = Set.of(
            "analyze",
            "analyse",
            "vacuum",
            "cluster",
            "reindex",
            "checkpoint",
            "lock",
            "notify",
            "listen",
            "unlisten",
            "export");

    private static final Set<String> RUN = Set.of(
            "call",
            "do",
            "prepare",
            "execute",
            "deallocate",
            "begin",
            "start",
            "commit",
            "rollback",
            "abort",
            "end",
            "savepoint",
            "release");

    private static final Set<String> FILES = Set.of("put", "get", "list", "ls", "remove", "rm");

    /** Statements of a script. */
    private static final Set<String> SCRIPT = Set.of(
            "declare",
            "let",
            "if",
            "elseif",
            "else",
            "case",
            "for",
            "while",
            "loop",
            "repeat",
            "return",
            "raise",
            "open",
            "fetch",
            "move",
            "close",
            "exception",
            "when",
            "break",
            "continue",
            "null");

    private StatementVerbs() {}

    /** @param at the first token of a statement */
    static boolean isKnown(TokenReader tokens, int at) {
        String word = tokens.word(at);
        boolean isNoWord = word.isEmpty();
        boolean isAssignment = tokens.token(at + 1).isSign(':');
        return isNoWord
                || isAssignment
                || CHANGE.contains(word)
                || READ.contains(word)
                || SET_UP.contains(word)
                || MAINTAIN.contains(word)
                || RUN.contains(word)
                || FILES.contains(word)
                || SCRIPT.contains(word);
    }
}
