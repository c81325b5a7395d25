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
 * @param tag the user's own words
 * @param driverStatement the driver's interface of statements
 * @param setParameter what sets a parameter for one statement
 */
record QueryTag(String tag, Class<?> driverStatement, Method setParameter) implements StatementMark {

    private static final int LONGEST = 2000;

    static QueryTag of(String tag, ClassLoader driver) {
        try {
            Class<?> statement = Class.forName("net.snowflake.client.api.statement.SnowflakeStatement", true, driver);
            return new QueryTag(tag, statement, statement.getMethod("setParameter", String.class, Object.class));
        } catch (ReflectiveOperationException strange) {
            throw new AssayBug("the driver's statements are not what this version knows", strange);
        }
    }

    @Override
    public void mark(Statement sent, String about) throws SQLException {
        if (!about.isEmpty()) {
            String words = (tag + " " + about).strip();
            try {
                setParameter.invoke(
                        sent.unwrap(driverStatement),
                        "QUERY_TAG",
                        words.substring(0, Math.min(LONGEST, words.length())));
            } catch (ReflectiveOperationException strange) {
                throw new AssayBug("the driver's statements take no parameter", strange);
            }
        }
    }
}
