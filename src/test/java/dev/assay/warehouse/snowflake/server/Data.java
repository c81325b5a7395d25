package dev.assay.warehouse.snowflake.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** What is stored: the engine with a database for each of the account's, and a folder for stages. */
final class Data {

    private final DuckDBConnection root;
    private final Path stages;
    private final Traits traits;
    private final Versions versions = new Versions();
    private final Set<String> warehouses;
    private volatile int mostCatalogRows = Integer.MAX_VALUE;
    private final Set<String> roles;
    private final Set<String> inherited = ConcurrentHashMap.newKeySet();

    Data(Accounts accounts) throws IOException, SQLException {
        this.root = (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
        this.stages = Files.createTempDirectory("assay-stages");
        this.warehouses = accounts.warehouses();
        this.roles = accounts.roles();
        this.traits = new Traits(root.duplicate());
        try (Statement statement = root.createStatement()) {
            for (String database : accounts.databases()) {
                statement.execute("attach ':memory:' as \"" + database + "\"");
                statement.execute("create schema \"" + database + "\".\"PUBLIC\"");
            }
        }
    }

    ServerSession open() throws SQLException {
        return new ServerSession(root.duplicate());
    }

    Set<String> warehouses() {
        return warehouses;
    }

    /** Those that there are, to be added to. */
    Set<String> roles() {
        return roles;
    }

    /** Those that were granted to ours. */
    Set<String> inherited() {
        return inherited;
    }

    /** A question to the information schema with more rows is refused. */
    int mostCatalogRows() {
        return mostCatalogRows;
    }

    void mostCatalogRows(int most) {
        mostCatalogRows = most;
    }

    Versions versions() {
        return versions;
    }

    Traits traits() {
        return traits;
    }

    Path stages() {
        return stages;
    }

    void close() {
        try (Stream<Path> files = Files.walk(stages)) {
            root.close();
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
