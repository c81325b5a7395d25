package dev.assay.warehouse.duckdb;

import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import dev.assay.warehouse.NotAQuery;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.SqlTokens;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.WarehouseError.Kind;
import dev.assay.warehouse.Wording;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Runs a user's select and nothing else. DuckDB's own parser decides what a select is: its read-only transactions let COPY, ATTACH
 * and SET pass. The transaction refuses what a select's functions would write.
 */
record DuckDBSelect(Wording wording) {

    private static final String READ_ONLY = "transaction is launched in read-only mode";

    /** What a statement begins with that the parser does not describe: a pivot whose columns come from the data. */
    private static final Set<String> PIVOTS = Set.of("select", "with", "from", "pivot", "pivot_wider");

    Rows run(Session session, Statement select) {
        require(session, select);
        session.execute(wording.statement("begin to read", "begin_reading", Map.of()));
        try {
            return session.query(select);
        } catch (WarehouseError refusal) {
            throw refusal.words().contains(READ_ONLY) ? NotAQuery.because(refusal) : refusal;
        } finally {
            session.execute(wording.statement("end reading", "end_reading", Map.of()));
        }
    }

    private void require(Session session, Statement select) {
        String written = NotAQuery.written(select);
        List<Object> parsed = session.query(wording.statement("see what was written", "parse_select", Map.of())
                        .with(List.of(written)))
                .rows()
                .getFirst();
        if (parsed.get(0) == null) {
            requireOne(select, ((Number) parsed.get(3)).intValue());
        } else if (parsed.get(0).equals("parser")) {
            throw misspelt(select, written, parsed);
        } else if (!isPivot(written)) {
            SqlTokens tokens = SqlTokens.of(written, SqlTokens.LexicalRules.STANDARD);
            throw tokens.isSeveral() ? NotAQuery.several(select) : NotAQuery.because(select, tokens.verb());
        }
    }

    private static void requireOne(Statement select, int statements) {
        if (statements == 0) {
            throw NotAQuery.because(select, "");
        }
        if (statements > 1) {
            throw NotAQuery.several(select);
        }
    }

    /** DuckDB makes several statements of such a pivot. It has to be the only one: a semicolon anywhere would hide another. */
    private static boolean isPivot(String written) {
        SqlTokens tokens = SqlTokens.of(written, SqlTokens.LexicalRules.STANDARD);
        return PIVOTS.contains(tokens.verb())
                && tokens.hasAny(Set.of("pivot", "pivot_wider"))
                && written.stripTrailing().indexOf(';') < 0;
    }

    /** What cannot be parsed is not sent: an extension could understand it in a way of its own. */
    private static WarehouseError misspelt(Statement select, String written, List<Object> parsed) {
        String position = String.valueOf(parsed.get(2));
        Optional<Integer> at = position.matches("\\d+") ? Optional.of(Integer.valueOf(position)) : Optional.empty();
        var words = new DuckDBWords("Parser", String.valueOf(parsed.get(1)), at);
        int before = Math.max(0, select.text().indexOf(written));
        OptionalInt inside = words.offset(written);
        OptionalInt offset = inside.isPresent() ? OptionalInt.of(before + inside.getAsInt()) : inside;
        return new WarehouseError(Kind.REFUSED, Optional.of(select), offset, words.plain(), null);
    }
}
