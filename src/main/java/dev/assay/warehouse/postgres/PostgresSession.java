package dev.assay.warehouse.postgres;

import dev.assay.sql.FileData;
import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import dev.assay.warehouse.JdbcSession;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.WarehouseError.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.postgresql.PGConnection;

/**
 * A connection to Postgres. When it is lost between two transactions the next statement finds a new one; inside of a
 * transaction everything is refused until that is rolled back.
 */
final class PostgresSession implements Session {

    private static final PostgresErrors ERRORS = new PostgresErrors();
    private static final int COPY_BYTES = 1 << 16;

    private final PostgresConnector connector;
    private final Beginning again;
    private final Remedies remedies;
    private final Statement reportWritten;
    private volatile Open open;
    private volatile boolean cancelled;
    private volatile boolean busy;
    private boolean inTransaction;
    private boolean lost;
    private boolean hasWritten;

    private record Open(Connection connection, JdbcSession session) {}

    /** What a new connection does first. */
    @FunctionalInterface
    interface Beginning {

        /** @param announced the process id that the login was answered with */
        void begin(Session session, long announced);
    }

    /**
     * @param beginning what the first connection does first
     * @param again what each further one does first
     * @param reportWritten what a session that has written does last
     */
    PostgresSession(
            PostgresConnector connector,
            Beginning beginning,
            Beginning again,
            Remedies remedies,
            Statement reportWritten) {
        this.connector = connector;
        this.again = again;
        this.remedies = remedies;
        this.reportWritten = reportWritten;
        this.open = connect(beginning);
    }

    private Open connect(Beginning beginning) {
        Connection connection = connector.connect();
        var session = new JdbcSession(connection, ERRORS, new PostgresCells());
        try {
            beginning.begin(session, announced(connection));
            return new Open(connection, session);
        } catch (WarehouseError refusal) {
            session.close();
            throw refusal;
        }
    }

    private static long announced(Connection connection) {
        try {
            return connection.unwrap(PGConnection.class).getBackendPID();
        } catch (SQLException closed) {
            throw ERRORS.read(closed, Optional.empty());
        }
    }

    @Override
    public Rows query(Statement statement) {
        return attempt(() -> open.session().query(statement));
    }

    @Override
    public long execute(Statement statement) {
        hasWritten = true;
        return attempt(() -> statement.data().isPresent()
                ? copy(statement, statement.data().get())
                : open.session().execute(statement));
    }

    private long copy(Statement statement, FileData data) {
        try (InputStream file = Files.newInputStream(Path.of(data.path()));
                InputStream rows = data.form().apply(file)) {
            return open.connection().unwrap(PGConnection.class).getCopyAPI().copyIn(statement.text(), rows, COPY_BYTES);
        } catch (SQLException refused) {
            throw ERRORS.read(refused, Optional.of(statement));
        } catch (IOException unreadable) {
            String words = data.path() + " cannot be read any more: " + unreadable.getMessage();
            throw new WarehouseError(Kind.REFUSED, Optional.of(statement), OptionalInt.empty(), words, unreadable);
        }
    }

    private <T> T attempt(Supplier<T> work) {
        if (lost && !inTransaction) {
            open = connect(again);
            lost = false;
        }
        busy = true;
        try {
            return work.get();
        } catch (WarehouseError refusal) {
            lost |= PostgresErrors.isLoss(refusal);
            throw refusal.kind() == Kind.CANCELLED && !cancelled
                    ? PostgresErrors.notByUs(refusal)
                    : remedies.added(refusal);
        } finally {
            busy = false;
        }
    }

    @Override
    public void begin() {
        attempt(() -> {
            open.session().begin();
            inTransaction = true;
            return true;
        });
    }

    @Override
    public void commit() {
        attempt(() -> {
            open.session().commit();
            inTransaction = false;
            return true;
        });
    }

    @Override
    public void rollback() {
        inTransaction = false;
        if (!lost) {
            attempt(() -> {
                open.session().rollback();
                return true;
            });
        }
    }

    /** The driver would ask once for each statement, and forget one that the server has not begun; and a COPY is none. */
    @Override
    public void cancel() {
        cancelled = true;
        if (busy) {
            try {
                open.connection().unwrap(PGConnection.class).cancelQuery();
            } catch (SQLException refused) {
                throw ERRORS.read(refused, Optional.empty());
            }
        }
    }

    @Override
    public void close() {
        if (hasWritten && !inTransaction && !lost && !cancelled && !busy) {
            report();
        }
        open.session().close();
    }

    /** Otherwise the end of the run would see counts that grow by themselves afterwards, as if somebody had written. */
    private void report() {
        try {
            open.session().execute(reportWritten);
        } catch (WarehouseError refused) {
            // The table then has no mark, for its counts are missing.
            lost = true;
        }
    }
}
