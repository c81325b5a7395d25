package dev.assay.warehouse;

import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A session over JDBC, for every warehouse that has a driver. */
public final class JdbcSession implements Session {

    private final Connection connection;
    private final ErrorReader errors;
    private final CellReader cells;
    private final StatementMark mark;
    private String about = "";
    private volatile java.sql.Statement running;

    public JdbcSession(Connection connection, ErrorReader errors, CellReader cells) {
        this(connection, errors, cells, StatementMark.NONE);
    }

    public JdbcSession(Connection connection, ErrorReader errors, CellReader cells, StatementMark mark) {
        this.connection = connection;
        this.errors = errors;
        this.cells = cells;
        this.mark = mark;
    }

    @Override
    public void about(String subject) {
        about = subject;
    }

    @Override
    public Rows query(Statement statement) {
        return send(statement, StatementMark.NONE, (sent, hasRows) -> {
            if (!hasRows) {
                return new Rows(List.of(), List.of());
            }
            try (ResultSet rows = sent.getResultSet()) {
                return read(rows);
            }
        });
    }

    @Override
    public long execute(Statement statement) {
        return send(statement, StatementMark.NONE, (sent, hasRows) -> hasRows ? -1 : sent.getLargeUpdateCount());
    }

    /**
     * A text of several statements, where the driver's own can hold more than one.
     *
     * @param holds lets it hold them
     * @return whether there came more than one result
     */
    public boolean execute(Statement text, StatementMark holds) {
        return send(text, holds, (sent, hasRows) -> sent.getMoreResults() || sent.getUpdateCount() != -1);
    }

    /** What is done with a statement that has been sent, before it is closed. */
    @FunctionalInterface
    private interface Answer<T> {
        T of(java.sql.Statement sent, boolean hasRows) throws SQLException;
    }

    // A driver may close a statement when it fails, so nothing of it is kept for the next one.
    private <T> T send(Statement statement, StatementMark more, Answer<T> answer) {
        try (java.sql.Statement sent = prepare(statement)) {
            mark.mark(sent, about);
            more.mark(sent, about);
            running = sent;
            // Some drivers' plain statements are prepared ones too, so the type does not tell.
            boolean hasRows = statement.values().isEmpty()
                    ? sent.execute(statement.text())
                    : ((PreparedStatement) sent).execute();
            return answer.of(sent, hasRows);
        } catch (SQLException refused) {
            throw errors.read(refused, Optional.of(statement));
        } finally {
            running = null;
        }
    }

    private java.sql.Statement prepare(Statement statement) throws SQLException {
        if (statement.values().isEmpty()) {
            return connection.createStatement();
        }
        PreparedStatement prepared = connection.prepareStatement(statement.text());
        try {
            for (int i = 0; i < statement.values().size(); i++) {
                prepared.setObject(i + 1, statement.values().get(i));
            }
            return prepared;
        } catch (SQLException refused) {
            prepared.close();
            throw refused;
        }
    }

    private Rows read(ResultSet rows) throws SQLException {
        ResultSetMetaData header = rows.getMetaData();
        var columns = new ArrayList<Rows.Column>();
        for (int i = 1; i <= header.getColumnCount(); i++) {
            columns.add(new Rows.Column(header.getColumnLabel(i), header.getColumnTypeName(i)));
        }
        var lines = new ArrayList<List<Object>>();
        while (rows.next()) {
            var line = new ArrayList<Object>(columns.size());
            for (int i = 1; i <= columns.size(); i++) {
                line.add(cells.read(rows, i));
            }
            lines.add(Collections.unmodifiableList(line));
        }
        return new Rows(List.copyOf(columns), Collections.unmodifiableList(lines));
    }

    @Override
    public void begin() {
        attempt(() -> connection.setAutoCommit(false));
    }

    @Override
    public void commit() {
        attempt(() -> {
            connection.commit();
            connection.setAutoCommit(true);
        });
    }

    @Override
    public void rollback() {
        attempt(() -> {
            if (!connection.getAutoCommit()) {
                try {
                    connection.rollback();
                } finally {
                    connection.setAutoCommit(true);
                }
            }
        });
    }

    @Override
    public void cancel() {
        java.sql.Statement current = running;
        if (current != null) {
            try {
                current.cancel();
            } catch (SQLException refused) {
                throwUnlessOver(current, refused);
            }
        }
    }

    // A statement may end by itself at this very moment, and drivers refuse to cancel one that has ended or is closed.
    private void throwUnlessOver(java.sql.Statement cancelled, SQLException refused) {
        attempt(() -> {
            if (!errors.saysNothingRuns(refused) && !cancelled.isClosed()) {
                throw refused;
            }
        });
    }

    @Override
    public void close() {
        attempt(connection::close);
    }

    @FunctionalInterface
    private interface Deed {
        void perform() throws SQLException;
    }

    private void attempt(Deed deed) {
        try {
            deed.perform();
        } catch (SQLException refused) {
            throw errors.read(refused, Optional.empty());
        }
    }
}
