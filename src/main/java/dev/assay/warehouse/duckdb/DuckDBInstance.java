package dev.assay.warehouse.duckdb;

import dev.assay.sql.Statement;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.JdbcSession;
import dev.assay.warehouse.Literal;
import dev.assay.warehouse.PlainCells;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * The one open database behind all sessions of a warehouse. Opened by the first session; each session is a duplicate of
 * the first connection, with all that was set on it.
 */
final class DuckDBInstance {

    private final DuckDBOutput output;
    private final Wording wording;
    private final DuckDBErrors errors;
    private final List<DuckDBConnection> sessions = new ArrayList<>();
    private Optional<DuckDBConnection> root = Optional.empty();

    DuckDBInstance(DuckDBOutput output, Wording wording) {
        this.output = output;
        this.wording = wording;
        this.errors = new DuckDBErrors(output.written());
    }

    synchronized Session open() {
        try {
            if (root.isEmpty()) {
                root = Optional.of(connect());
            }
            DuckDBConnection connection = root.get().duplicate();
            sessions.removeIf(DuckDBInstance::isClosed);
            sessions.add(connection);
            return session(connection);
        } catch (SQLException refused) {
            throw errors.read(refused, Optional.empty());
        }
    }

    /** Ends all sessions: only when the last connection is gone does DuckDB let go of the file. */
    synchronized void close() {
        sessions.forEach(connection -> session(connection).close());
        sessions.clear();
        root.ifPresent(connection -> session(connection).close());
        root = Optional.empty();
    }

    private Session session(DuckDBConnection connection) {
        return new JdbcSession(connection, errors, new PlainCells());
    }

    // The driver is called by name: DriverManager would load every driver that is installed.
    private DuckDBConnection connect() throws SQLException {
        requireFolder();
        String url = "jdbc:duckdb:" + output.file().map(Path::toString).orElse("");
        DuckDBConnection connection = (DuckDBConnection) new DuckDBDriver().connect(url, new Properties());
        Session session = session(connection);
        try {
            prepare(session);
            output.attached().forEach(attached -> attach(connection, attached));
            return connection;
        } catch (WarehouseError refused) {
            session.close();
            throw refused;
        }
    }

    private void requireFolder() {
        Optional<Path> folder = output.file().map(file -> file.toAbsolutePath().getParent());
        if (folder.isPresent() && !Files.isDirectory(folder.get())) {
            throw new WarehouseError(
                    WarehouseError.Kind.UNREACHABLE,
                    Optional.empty(),
                    OptionalInt.empty(),
                    "the folder of " + output.written() + " does not exist",
                    null);
        }
    }

    private void prepare(Session session) {
        session.execute(wording.statement("begin a session", "session", Map.of()));
        output.settings().forEach((name, value) -> session.execute(setting(name, value)));
        output.extensions().forEach(extension -> load(session, extension));
        output.secrets().forEach(secret -> session.execute(secret(secret)));
    }

    private Statement setting(String name, Object value) {
        Object printed = value instanceof String text ? new Literal(text) : value;
        return wording.statement(
                "apply the setting " + name, "set", Map.of("name", new Identifier(name), "value", printed));
    }

    // What is there is loaded without asking the network.
    private void load(Session session, String extension) {
        Map<String, Object> values = Map.of("extension", new Identifier(extension));
        try {
            session.execute(wording.statement("load the extension " + extension, "load_extension", values));
        } catch (WarehouseError absent) {
            session.execute(wording.statement("install the extension " + extension, "install_extension", values));
            session.execute(wording.statement("load the extension " + extension, "load_extension", values));
        }
    }

    private Statement secret(DuckDBOutput.Secret secret) {
        List<Map<String, Object>> fields = secret.fields().entrySet().stream()
                .map(field -> Map.<String, Object>of("name", field.getKey(), "value", new Literal(field.getValue())))
                .toList();
        return wording.statement(
                "make the secret " + secret.name(),
                "create_secret",
                Map.of("name", new Identifier(secret.name()), "fields", fields));
    }

    // A refusal here is about that file.
    private void attach(DuckDBConnection connection, DuckDBOutput.Attached attached) {
        Session session = new JdbcSession(connection, new DuckDBErrors(attached.written()), new PlainCells());
        session.execute(wording.statement(
                "attach " + attached.alias(),
                "attach",
                Map.of(
                        "path", new Literal(attached.file().toString()),
                        "alias", new Identifier(attached.alias()),
                        "read_only", attached.readOnly())));
    }

    private static boolean isClosed(DuckDBConnection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException gone) {
            return true;
        }
    }
}
