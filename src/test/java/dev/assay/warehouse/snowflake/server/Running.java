package dev.assay.warehouse.snowflake.server;

import java.sql.SQLException;
import java.sql.Statement;

/** A statement that can be cancelled, also before the engine has it. */
final class Running {

    private Statement statement;
    private String text = "";
    private boolean cancelled;

    synchronized void runs(Statement sent, String translated) {
        statement = sent;
        text = translated;
        if (cancelled) {
            throw new Refusal("000604", "57014", "SQL execution canceled");
        }
    }

    /** What the engine was given, for places in it. */
    synchronized String text() {
        return text;
    }

    synchronized void cancel() {
        cancelled = true;
        if (statement != null) {
            try {
                statement.cancel();
            } catch (SQLException over) {
                statement = null;
            }
        }
    }
}
