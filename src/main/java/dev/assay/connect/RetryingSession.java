package dev.assay.connect;

import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import dev.assay.warehouse.ForwardingSession;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import java.util.function.BiConsumer;

/**
 * A session that asks again where an answer failed for a passing reason: a question changes nothing. What does change
 * something is sent once.
 *
 * @param told of the attempt that begins and of the refusal before it
 */
public record RetryingSession(Session inner, TransientRetries retries, BiConsumer<Integer, WarehouseError> told)
        implements ForwardingSession {

    @Override
    public Rows query(Statement statement) {
        return retries.trying(() -> inner.query(statement), told);
    }
}
