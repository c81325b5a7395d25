package dev.assay.examine;

import dev.assay.source.SourceFile;
import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import dev.assay.sql.SqlText;
import dev.assay.sql.Statement;
import dev.assay.template.Callable;
import dev.assay.template.Printable;
import dev.assay.template.Scope;
import dev.assay.template.Templates;
import dev.assay.warehouse.Dialect;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wording;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** DuckDB in memory, with statements from the resources. */
final class Engine implements AutoCloseable, Wording, Dialect {

    private final Templates templates = Templates.of(List.of());
    private final Connection connection;

    Engine() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
    }

    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void execute(Statement statement) {
        try {
            run(statement.text());
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    Rows query(Statement asked) {
        try (var statement = connection.prepareStatement(asked.text());
                var result = statement.executeQuery()) {
            var columns = new ArrayList<Rows.Column>();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                columns.add(new Rows.Column(
                        result.getMetaData().getColumnName(i), result.getMetaData().getColumnTypeName(i)));
            }
            var rows = new ArrayList<List<Object>>();
            while (result.next()) {
                var row = new ArrayList<Object>();
                for (int i = 1; i <= columns.size(); i++) {
                    row.add(result.getObject(i));
                }
                rows.add(row);
            }
            return new Rows(columns, rows);
        } catch (SQLException refused) {
            int at = asked.text().indexOf("nowhere");
            throw new WarehouseError(
                    WarehouseError.Kind.REFUSED,
                    Optional.of(asked),
                    at < 0 ? OptionalInt.empty() : OptionalInt.of(at),
                    refused.getMessage().lines().findFirst().orElse(""),
                    refused);
        }
    }

    @Override
    public Statement statement(String purpose, String name, Map<String, Object> values) {
        var scope = new HashMap<String, Object>();
        values.forEach((key, value) -> plain(value).ifPresent(plain -> scope.put(key, plain)));
        var statement = Statement.of(purpose, templates.render(file(name), new Scope(scope)).text().strip());
        return values.values().stream()
                .filter(SqlText.class::isInstance)
                .map(SqlText.class::cast)
                .findFirst()
                .map(statement::around)
                .orElse(statement);
    }

    private Optional<Object> plain(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.flatMap(this::plain);
            case SqlText sql -> Optional.of(sql.text());
            case RelationName name -> Optional.of((Printable) () -> print(name));
            default -> Optional.of(value);
        };
    }

    private static SourceFile file(String name) {
        for (String folder : List.of("duckdb", "ansi")) {
            String path = "/dev/assay/sql/" + folder + "/" + name + ".sql.ftl";
            try (InputStream stream = Engine.class.getResourceAsStream(path)) {
                if (stream != null) {
                    return new SourceFile(path, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
                }
            } catch (java.io.IOException unreadable) {
                throw new java.io.UncheckedIOException(unreadable);
            }
        }
        throw new IllegalArgumentException(name);
    }

    @Override
    public String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    @Override
    public String print(RelationName name) {
        return quote(name.schema()) + "." + quote(name.name());
    }

    @Override
    public String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public Map<String, Callable> functions() {
        return Map.of();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
