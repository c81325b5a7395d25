package dev.assay.warehouse.snowflake;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.sql.Statement;
import dev.assay.warehouse.JdbcSession;
import dev.assay.warehouse.PlainCells;
import dev.assay.warehouse.WarehouseError;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What the driver refuses when somebody cancels a statement that runs. */
class SnowflakeCancelTest {

    /** The driver looks whether a request is under way, and asks for its number a moment later. */
    @Test
    void aStatementThatHasJustEndedNeedsNoCancel() {
        assertDoesNotThrow(() -> cancelWhileItRuns(new SQLException(
                "JDBC driver internal error: Missing request id for statement execution.", "XX000", 200001)));
    }

    @Test
    void anyOtherRefusalIsTold() {
        var refusal = assertThrows(
                WarehouseError.class,
                () -> cancelWhileItRuns(
                        new SQLException("JDBC driver encountered communication error.", "08001", 200015)));
        assertEquals(WarehouseError.Kind.TRANSIENT, refusal.kind());
    }

    private static void cancelWhileItRuns(SQLException refused) {
        var session = new AtomicReference<JdbcSession>();
        var connection = answering(
                Connection.class,
                method -> answering(java.sql.Statement.class, called -> {
                    switch (called) {
                        case "execute" -> session.get().cancel();
                        case "cancel" -> throw refused;
                        default -> {}
                    }
                    return false;
                }));
        session.set(new JdbcSession(connection, new SnowflakeErrors(), new PlainCells()));
        session.get().execute(Statement.of("work", "select 1"));
    }

    @FunctionalInterface
    private interface Answer {
        Object to(String method) throws SQLException;
    }

    private static <T> T answering(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, values) -> {
                    Object answered = answer.to(method.getName());
                    return method.getReturnType() == long.class
                            ? 0L
                            : method.getReturnType() == void.class ? null : answered;
                }));
    }
}
