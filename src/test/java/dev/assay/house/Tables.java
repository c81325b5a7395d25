package dev.assay.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;

/** Queries of a case and the rows that its DuckDB file answers, as text that a person can read in a diff. */
final class Tables {

    private Tables() {}

    /** The text of {@code tables} with the rows below each query replaced by those that are there now. */
    static String answer(String tables, Path folder) throws IOException, SQLException {
        var answered = new StringBuilder();
        try (Connection connection = open(folder)) {
            for (String line :
                    tables.lines().filter(line -> line.startsWith("> ")).toList()) {
                answered.append(line).append('\n').append(rows(connection, line.substring(2)));
            }
        }
        return answered.toString();
    }

    private static Connection open(Path folder) throws IOException, SQLException {
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> databases =
                    paths.filter(path -> path.toString().endsWith(".duckdb")).toList();
            if (databases.size() != 1) {
                throw new AssertionError("tables needs one DuckDB file, and there are " + databases.size());
            }
            return new DuckDBDriver().connect("jdbc:duckdb:" + databases.getFirst(), new Properties());
        }
    }

    private static String rows(Connection connection, String query) {
        var text = new StringBuilder();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            int columns = rows.getMetaData().getColumnCount();
            var names = new StringJoiner(" | ", "", "\n");
            for (int column = 1; column <= columns; column++) {
                names.add(rows.getMetaData().getColumnLabel(column));
            }
            text.append(names);
            while (rows.next()) {
                var row = new StringJoiner(" | ", "", "\n");
                for (int column = 1; column <= columns; column++) {
                    row.add(String.valueOf(rows.getString(column)));
                }
                text.append(row);
            }
        } catch (SQLException refused) {
            text.append(refused.getMessage().lines().findFirst().orElse("")).append('\n');
        }
        return text.append('\n').toString();
    }
}
