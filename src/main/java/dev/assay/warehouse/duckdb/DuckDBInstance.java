package dev.assay.warehouse.duckdb;

import dev.assay.diagnostic.ProblemsFound;
import dev.assay.warehouse.JdbcSession;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * The one open database behind all sessions of a warehouse. Opened by the first session; each session is a duplicate of
 * the first connection, with all that was set on it.
 */
final class DuckDBInstance implements DatabaseAccess {

    private final DuckDBOutput output;
    private final DatabaseFile place;
    private final Wording wording;
    private final DuckDBErrors errors;
    private final List<DuckDBConnection> sessions = new ArrayList<>();
    private Optional<DuckDBConnection> root = Optional.empty();
    private Optional<OpenedFile> opened = Optional.empty();

    DuckDBInstance(DuckDBOutput output, DatabaseFile place, Wording wording) {
        this.output = output;
        this.place = place;
        this.wording = wording;
        this.errors = new DuckDBErrors(output.written(), output.place());
    }

    @Override
    public synchronized Session open() {
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

    @Override
    public Session enter() {
        return open();
    }

    /** Linux lets anybody remove or replace an open file: the engine then goes on writing where nobody reads. */
    @Override
    public synchronized void requireSameFile() {
        opened.flatMap(OpenedFile::change).ifPresent(change -> {
            throw refusal(
                    WarehouseError.Kind.UNWRITABLE,
                    "`" + output.written() + "` was " + change + " while assay had it open\n"
                            + "what assay wrote went into the old file, and readers of the path do not see it",
                    "stop what removes or replaces the file, and build again: assay build");
        });
    }

    /** Other processes wait for us to let go of the file, and see all of it then. */
    @Override
    public void conclude() {
        requireSameFile();
    }

    /** A database in memory lives as long as its sessions: whoever let go of them would lose it. */
    @Override
    public void reopen() {
        if (place.file().isPresent()) {
            close();
        }
    }

    /** Ends all sessions: only when the last connection is gone does DuckDB let go of the file. */
    @Override
    public synchronized void close() {
        sessions.forEach(connection -> session(connection).close());
        sessions.clear();
        root.ifPresent(connection -> session(connection).close());
        root = Optional.empty();
    }

    private Session session(DuckDBConnection connection) {
        return new PrintingSession(new JdbcSession(connection, errors, new DuckDBCells()), wording);
    }

    private DuckDBConnection connect() throws SQLException {
        requireSameFile();
        requireFile();
        requireNoCopy();
        DuckDBConnection connection = connected();
        if (place.mode() == DatabaseFile.Mode.WRITING) {
            opened = place.file().flatMap(OpenedFile::of);
        }
        Session session = session(connection);
        try {
            new SessionSetup(output, place.mode(), wording)
                    .prepare(session, errors -> new JdbcSession(connection, errors, new DuckDBCells()));
            return connection;
        } catch (WarehouseError | ProblemsFound refused) {
            session.close();
            throw refused;
        }
    }

    // The driver is called by name: DriverManager would load every driver that is installed.
    // A library that could not be laid down is an error of the virtual machine, each time it is asked for.
    private DuckDBConnection connected() throws SQLException {
        DatabaseFile found = place.asFound();
        try {
            return (DuckDBConnection) new DuckDBDriver().connect(found.url(), found.properties());
        } catch (LinkageError refused) {
            throw WarehouseError.of(
                    WarehouseError.Kind.UNREACHABLE,
                    "DuckDB's own library cannot be loaded\n"
                        + "Java lays it into its folder for temporary files (java.io.tmpdir): some hundred megabytes"
                        + " have to be free there, and programs in it have to be allowed to run");
        }
    }

    private void requireFolder() {
        Optional<Path> folder = place.file().map(file -> file.toAbsolutePath().getParent());
        if (folder.isPresent() && !Files.isDirectory(folder.get())) {
            throw refusal(
                    WarehouseError.Kind.UNREACHABLE,
                    "the folder of " + output.written() + " does not exist",
                    "make it, or mend `path`: it starts from the folder of profiles.yml");
        }
    }

    /** Before DuckDB makes what is not there. */
    void requireFile() {
        requireFolder();
        if (place.hasOnlyLog()) {
            throw refusal(
                    WarehouseError.Kind.UNREADABLE,
                    "`" + output.written() + "` is gone, and its write-ahead log is not\n"
                            + "what `" + output.written() + ".wal` holds can only be read together with the file:"
                            + " put the file back, or move the log away");
        }
        if (place.isOfAnotherKind()) {
            Unreadable other = Unreadable.ofAnotherKind(output.written());
            throw refusal(
                    WarehouseError.Kind.UNREADABLE, other.words(), other.help().toArray(String[]::new));
        }
    }

    private WarehouseError refusal(WarehouseError.Kind kind, String words, String... help) {
        return WarehouseError.of(kind, words).placed(output.place()).helped(List.of(help));
    }

    /** Whoever builds in a copy of this very file would undo what is written into the file meanwhile. */
    private void requireNoCopy() {
        Optional<String> builder =
                place.mode() == DatabaseFile.Mode.WRITING ? place.file().flatMap(CopyFolder::holder) : Optional.empty();
        builder.ifPresent(holder -> {
            throw WarehouseError.of(WarehouseError.Kind.LOCKED, holder + " builds in a copy of " + output.written())
                    .helped(DuckDBErrors.ONE_PROCESS);
        });
    }

    private static boolean isClosed(DuckDBConnection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException gone) {
            return true;
        }
    }
}
