package dev.assay.warehouse;

import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import java.util.List;

/** One conversation with a warehouse. Used by one thread at a time, but for {@link #cancel()}. */
public interface Session extends AutoCloseable {

    /** @throws WarehouseError when the warehouse refuses the statement */
    Rows query(Statement statement);

    /** Runs a statement that gives no rows; the number of rows it touched, or -1 where the warehouse does not say. */
    long execute(Statement statement);

    /**
     * Runs statements that give no rows in their order, in as few requests as the warehouse takes.
     *
     * @throws WarehouseError of the first that is refused, which it names where that is known: those before it are done, those
     *     behind it are not
     */
    default void executeAll(List<Statement> statements) {
        statements.forEach(this::execute);
    }

    /** What the statements from now on are for, for those who watch the warehouse: {@code run=… node=…}. */
    default void about(String subject) {}

    /** What the node that is worked on from now on asks of its session. What an earlier one asked for is over. */
    default void serve(NodeSettings nodeSettings) {}

    void begin();

    void commit();

    void rollback();

    /** Ends the statement that runs now, if any. May be called from any thread. */
    void cancel();

    @Override
    void close();
}
