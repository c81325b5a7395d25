package dev.assay.connect;

import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.SessionAround;
import dev.assay.warehouse.WarehouseError;
import java.util.function.BiConsumer;

/**
 * A session that asks again where an answer failed for a passing reason: a question changes nothing. What does change
 * something is sent once.
 *
 * @param told of the attempt that begins and of the refusal before it
 */
public record PatientSession(Session inner, Patience patience, BiConsumer<Integer, WarehouseError> told)
        implements SessionAround {

    @Override
    public Rows query(Statement statement) {
        return patience.trying(() -> inner.query(statement), told);
    }
}
