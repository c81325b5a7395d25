package dev.assay.warehouse.postgres;

import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import dev.assay.warehouse.NotAQuery;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.SqlTokens;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wording;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.postgresql.core.Parser;

/**
 * Runs a user's select and nothing else. The server's read-only transaction refuses every write, also of a common table expression
 * or a function; COPY, NOTIFY and the end of the transaction itself it lets pass, so the first word decides about those.
 */
record PostgresSelect(Wording wording) {

    private static final Set<String> READING = Set.of("select", "with", "values", "table", "show");
    private static final String READ_ONLY = "25006";

    Rows run(Session session, Statement select) {
        String written = NotAQuery.written(select);
        String verb = SqlTokens.of(written, SqlTokens.LexicalRules.STANDARD).verb();
        if (!READING.contains(verb)) {
            throw NotAQuery.because(select, verb);
        }
        if (isSeveral(written, true) || isSeveral(written, false)) {
            throw NotAQuery.several(select);
        }
        session.begin();
        try {
            session.execute(wording.statement("begin to read", "only_read", Map.of()));
            return session.query(select);
        } catch (WarehouseError refusal) {
            boolean writes = refusal.kind() == WarehouseError.Kind.REFUSED
                    && refusal.getCause() instanceof SQLException thrown
                    && READ_ONLY.equals(thrown.getSQLState());
            throw writes ? NotAQuery.because(refusal) : refusal;
        } finally {
            session.rollback();
        }
    }

    /** The driver sends several statements one by one, so its own reading of the text counts. */
    private static boolean isSeveral(String sql, boolean standardStrings) {
        try {
            return Parser.parseJdbcSql(sql, standardStrings, false, true, false, false)
                            .size()
                    > 1;
        } catch (SQLException unreadable) {
            // The driver cannot send it either, and says so.
            return false;
        }
    }
}
