package dev.assay.warehouse;

import dev.assay.sql.Statement;
import java.sql.SQLException;
import java.util.Optional;

/** Understands what a driver throws. Each adapter has its own. */
@FunctionalInterface
public interface ErrorReader {

    /** @param statement what was refused; empty where the connection was */
    WarehouseError read(SQLException thrown, Optional<Statement> statement);

    /** Whether the driver refused to cancel a statement only because it had ended by itself meanwhile. */
    default boolean saysNothingRuns(SQLException refusedCancel) {
        return false;
    }
}
