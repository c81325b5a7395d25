package dev.assay.warehouse.snowflake;

import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import dev.assay.warehouse.NotAQuery;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.SqlTokens;
import java.util.List;
import java.util.Set;

/**
 * Runs a user's select and nothing else, as far as its words tell: Snowflake has no read-only transactions and nobody to ask what a
 * text is. A {@code with} may define a procedure and call it, and {@code ->>} hands rows on to any statement.
 */
final class SelectOnly {

    private static final Set<String> READING = Set.of("select", "with", "values", "show", "describe", "desc");

    /** What no select holds outside of comments and literals. The words are reserved there, or stand in no other row. */
    private static final List<List<String>> WRITING = List.of(
            List.of("insert", "into"),
            List.of("delete", "from"),
            List.of("merge", "into"),
            List.of("update"),
            List.of("as", "procedure", "("),
            List.of("-", ">", ">"));

    private SelectOnly() {}

    static Rows run(Session session, Statement select) {
        SqlTokens tokens = SqlTokens.of(NotAQuery.written(select), SqlTokens.LexicalRules.WITH_ESCAPES);
        if (!READING.contains(tokens.verb())) {
            throw NotAQuery.because(select, tokens.verb());
        }
        if (tokens.isSeveral()) {
            throw NotAQuery.several(select);
        }
        WRITING.stream().filter(tokens::hasInRow).findFirst().ifPresent(row -> {
            throw NotAQuery.refusal(
                    select, "this holds `" + String.join(" ", row).replace("- > >", "->>") + "`");
        });
        return session.query(select);
    }
}
