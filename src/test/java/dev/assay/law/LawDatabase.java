package dev.assay.law;

import dev.assay.warehouse.postgres.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The database of one sequence, as a client that knows nothing of assay reaches it. */
sealed interface LawDatabase {

    /** Breaks the tests for unique ids and for negative values. */
    String INSERT = "insert into %s (id, v, me, src) values (3, -3, '', '')";

    Connection connect() throws SQLException;

    /** The fields of an output, without the schema. */
    String output();

    /** Every table and view outside the engine's own schemas, with {@code table}, {@code view} or {@code materialized_view}. */
    String catalog();

    /** The text of each view. */
    String viewTexts();

    /**
     * Changes of a table's rows that {@code docs/guarantees.md} says assay sees. {@code %s} stands for the table.
     */
    List<String> visibleChanges();

    default boolean isPostgres() {
        return this instanceof OnPostgres;
    }

    record OnDuckDB(Path file) implements LawDatabase {

        @Override
        public Connection connect() throws SQLException {
            return DriverManager.getConnection("jdbc:duckdb:" + file);
        }

        @Override
        public String output() {
            return "type: duckdb, path: '" + file + "', threads: 2";
        }

        @Override
        public String catalog() {
            return "select table_schema || '.' || table_name, case table_type when 'VIEW' then 'view' else 'table' end"
                    + " from information_schema.tables";
        }

        @Override
        public String viewTexts() {
            return "select schema_name || '.' || view_name, sql from duckdb_views() where not internal";
        }

        /** DuckDB's catalog knows the number of rows, and it counts deleted rows until a checkpoint. */
        @Override
        public List<String> visibleChanges() {
            return List.of(INSERT);
        }
    }

    record OnPostgres(PostgresServer server, String name) implements LawDatabase {

        @Override
        public Connection connect() throws SQLException {
            return server.connect(name, "postgres");
        }

        @Override
        public String output() {
            return "type: postgres, host: 127.0.0.1, port: " + server.port() + ", dbname: " + name
                    + ", user: postgres, threads: 2, publish_wait: 20";
        }

        @Override
        public String catalog() {
            return "select nspname || '.' || relname,"
                    + " case relkind when 'v' then 'view' when 'm' then 'materialized_view' else 'table' end"
                    + " from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                    + " where relkind in ('r', 'v', 'm') and nspname !~ '^(pg_|information_schema)'";
        }

        @Override
        public String viewTexts() {
            return "select schemaname || '.' || viewname, definition from pg_views"
                    + " where schemaname !~ '^(pg_|information_schema)'";
        }

        /** Older servers report what a session wrote only some time after it ended. */
        @Override
        public List<String> visibleChanges() {
            boolean isReported =
                    Integer.parseInt(rows("show server_version_num").getFirst()) >= 150_000;
            return isReported
                    ? List.of(INSERT, "update %s set v = -4 where id = 3", "delete from %s where id = 2")
                    : List.of();
        }
    }

    /** The rows of a query, cells joined by a bar. */
    default List<String> rows(String sql) {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var lines = new ArrayList<String>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                var cells = new ArrayList<String>();
                for (int i = 1; i <= columns; i++) {
                    cells.add(String.valueOf(rows.getString(i)));
                }
                lines.add(String.join("|", cells));
            }
            return lines;
        } catch (SQLException refused) {
            throw new RefusedQuery(sql, refused);
        }
    }

    /** The first column of a query to its second. */
    default Map<String, String> pairs(String sql) {
        var pairs = new TreeMap<String, String>();
        for (String row : rows(sql)) {
            int bar = row.indexOf('|');
            pairs.put(row.substring(0, bar), row.substring(bar + 1));
        }
        return pairs;
    }

    default void execute(String sql) {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new RefusedQuery(sql, refused);
        }
    }

    /** The database refused what the law asked it. */
    final class RefusedQuery extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RefusedQuery(String sql, SQLException cause) {
            super(cause.getMessage() + " (asked: " + sql + ")", cause);
        }
    }
}
