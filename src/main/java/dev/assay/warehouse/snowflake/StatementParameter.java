package dev.assay.warehouse.snowflake;

import dev.assay.diagnostic.AssayBug;
import dev.assay.warehouse.StatementMark;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A parameter of Snowflake's that goes with one statement, so that it costs no round trip.
 *
 * @param driverStatement the driver's interface of statements
 * @param setter what sets it
 */
record StatementParameter(Class<?> driverStatement, Method setter) {

    private static final int LONGEST_TAG = 2000;

    static StatementParameter of(ClassLoader driver) {
        try {
            Class<?> statement = Class.forName("net.snowflake.client.api.statement.SnowflakeStatement", true, driver);
            return new StatementParameter(statement, statement.getMethod("setParameter", String.class, Object.class));
        } catch (ReflectiveOperationException strange) {
            throw new AssayBug("the driver's statements are not what this version knows", strange);
        }
    }

    /** Says in Snowflake's own history what each statement was for: the user's tag, then run and node. */
    StatementMark tag() {
        return (sent, about) -> {
            if (!about.isEmpty()) {
                set(sent, "QUERY_TAG", about.substring(0, Math.min(LONGEST_TAG, about.length())));
            }
        };
    }

    /** Lets a text hold so many statements; one that holds another number is refused before any of them runs. */
    StatementMark holding(int statements) {
        return (sent, about) -> set(sent, "MULTI_STATEMENT_COUNT", statements);
    }

    private void set(Statement sent, String name, Object value) throws SQLException {
        try {
            setter.invoke(sent.unwrap(driverStatement), name, value);
        } catch (ReflectiveOperationException strange) {
            throw new AssayBug("the driver's statements take no parameter", strange);
        }
    }
}
