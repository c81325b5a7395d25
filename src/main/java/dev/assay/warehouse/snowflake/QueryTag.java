package dev.assay.warehouse.snowflake;

import dev.assay.diagnostic.AssayBug;
import dev.assay.warehouse.StatementMark;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Says in Snowflake's own history what each statement was for: the user's tag, then run and node. It goes with the
 * statement, so that it costs no round trip.
 *
 * @param driverStatement the driver's interface of statements
 * @param setParameter what sets a parameter for one statement
 */
record QueryTag(Class<?> driverStatement, Method setParameter) implements StatementMark {

    private static final int LONGEST = 2000;

    static QueryTag of(ClassLoader driver) {
        try {
            Class<?> statement = Class.forName("net.snowflake.client.api.statement.SnowflakeStatement", true, driver);
            return new QueryTag(statement, statement.getMethod("setParameter", String.class, Object.class));
        } catch (ReflectiveOperationException strange) {
            throw new AssayBug("the driver's statements are not what this version knows", strange);
        }
    }

    @Override
    public void mark(Statement sent, String about) throws SQLException {
        if (!about.isEmpty()) {
            try {
                setParameter.invoke(
                        sent.unwrap(driverStatement),
                        "QUERY_TAG",
                        about.substring(0, Math.min(LONGEST, about.length())));
            } catch (ReflectiveOperationException strange) {
                throw new AssayBug("the driver's statements take no parameter", strange);
            }
        }
    }
}
