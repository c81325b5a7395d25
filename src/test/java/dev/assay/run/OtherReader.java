package dev.assay.run;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Another process that reads a DuckDB file until its input ends: it opens, looks and closes in a loop, and now and then
 * keeps a connection for a while. It says how often it has looked, or what was wrong.
 */
final class OtherReader {

    private static final int LOOKS_OF_A_KEPT_ONE = 50;

    /** Everything at once: one statement sees one moment. */
    private static final String LOOK = """
        select
          (select min(v) from dev.base) as base_least, (select max(v) from dev.base) as base_most,
          (select min(v) from dev.watched) as watched_least, (select max(v) from dev.watched) as watched_most,
          (select min(v) from dev.summed) as summed_least, (select max(v) from dev.summed) as summed_most,
          (select max(v) from dev.lone) as lone,
          (select count(*) from dev.watched where v < 0) + (select count(*) from dev.summed where v < 0) as bad
        """;

    private OtherReader() {}

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        int looks = 0;
        try {
            System.out.println("reads");
            while (System.in.available() == 0) {
                try (Connection connection = open(file)) {
                    int times = looks % 4 == 0 ? LOOKS_OF_A_KEPT_ONE : 1;
                    for (int i = 0; i < times; i++) {
                        look(connection);
                        looks++;
                    }
                }
            }
            System.out.println("looked " + looks);
        } catch (SQLException | IllegalStateException wrong) {
            System.out.println("wrong after " + looks + " looks: " + wrong.getMessage());
        }
    }

    private static Connection open(Path file) throws SQLException {
        var properties = new Properties();
        properties.setProperty("access_mode", "READ_ONLY");
        return DriverManager.getConnection("jdbc:duckdb:" + file, properties);
    }

    private static void look(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LOOK)) {
            row.next();
            long watched = row.getLong("watched_least");
            boolean whole = row.getLong("base_least") == row.getLong("base_most")
                    && row.getLong("watched_most") == watched
                    && row.getLong("summed_least") == watched
                    && row.getLong("summed_most") == watched
                    && row.getLong("base_least") == row.getLong("lone")
                    && row.getLong("base_least") >= watched;
            if (!whole || row.getLong("bad") > 0 || watched % 2 == 0) {
                var line = new StringBuilder();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    line.append(row.getMetaData().getColumnLabel(i))
                            .append('=')
                            .append(row.getLong(i))
                            .append(' ');
                }
                throw new IllegalStateException(line.toString());
            }
        }
    }
}
