package dev.assay.warehouse.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A project in a folder of its own, built in a database of its own as a user builds it. */
final class PostgresShop {

    static final String TABLE = "[@config materialized=\"table\" /] ";

    private final Path folder;
    private final PostgresServer server;
    private final String database;

    /** What a command said when it ended. */
    record Said(int exit, String out, String err) {

        Said ends(int code) {
            assertEquals(code, exit, this::toString);
            return this;
        }
    }

    PostgresShop(Path folder, PostgresServer server) {
        this.folder = folder;
        this.server = server;
        this.database = server.database();
        file("assay_project.yml", "name: shop\nversion: '1'\nprofile: shop\n");
        profile("user: postgres");
    }

    String database() {
        return database;
    }

    /** The output, with these further fields. */
    PostgresShop profile(String fields) {
        return profile(fields, database, server.port());
    }

    PostgresShop profile(String fields, String name, int port) {
        return file(
                "profiles.yml",
                "shop:\n  target: dev\n  outputs:\n    dev: {type: postgres, host: 127.0.0.1, port: " + port
                        + ", dbname: " + name + ", schema: dev, threads: 3, " + fields + "}\n");
    }

    PostgresShop file(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    PostgresShop model(String name, String sql) {
        return file("models/" + name + ".sql", sql + "\n");
    }

    PostgresShop yaml(String text) {
        return file("models/models.yml", "version: 2\n" + text);
    }

    void delete(String path) {
        try {
            Files.delete(folder.resolve(path));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Said assay(String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit = Main.run(
                List.of(args),
                Map.of(),
                folder,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Said(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** A command in a process of its own, which can be killed. */
    Process apart(String... args) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.assay.Main"));
        command.addAll(List.of(args));
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The rows of a query, cells joined by a bar. */
    List<String> rows(String sql) {
        try (var connection = server.connect(database, "postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var lines = new ArrayList<String>();
            while (rows.next()) {
                var cells = new ArrayList<String>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    cells.add(String.valueOf(rows.getString(i)));
                }
                lines.add(String.join("|", cells));
            }
            return lines;
        } catch (SQLException refused) {
            throw new IllegalStateException(sql, refused);
        }
    }

    String one(String sql) {
        return String.join("\n", rows(sql));
    }

    void execute(String... statements) {
        try (var connection = server.connect(database, "postgres");
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(String.join(";", statements), refused);
        }
    }

    /** What lies in our own schemas. */
    List<String> leftovers() {
        return rows("select nspname || '.' || relname from pg_class c join pg_namespace n on n.oid = relnamespace"
                + " where nspname like '%\\_\\_assay\\_%' and relkind in ('r', 'v', 'm') order by 1");
    }
}
