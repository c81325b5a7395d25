package dev.assay.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** A project in a folder of its own, built as a user builds it. */
final class Shop {

    /** {@code -Dassay.publish_by=file}: the same laws hold for a run that builds in a copy of the file. */
    private static final String WAY = System.getProperty("assay.publish_by", "auto");

    private final Path folder;
    private String way = WAY;
    private final Map<String, String> environment = new TreeMap<>();

    /** What a command said when it ended. */
    record Said(int exit, String out, String err) {

        Said ends(int code) {
            assertEquals(code, exit, this::toString);
            return this;
        }
    }

    Shop(Path folder) {
        this.folder = folder;
        file("assay_project.yml", "name: shop\nversion: '1'\nprofile: shop\n");
        publishedBy(WAY);
    }

    Shop publishedBy(String way) {
        this.way = way;
        return file("profiles.yml", """
            shop:
              target: dev
              outputs:
                dev: {type: duckdb, path: shop.duckdb, schema: dev, threads: 2, publish_by: %s}
            """.formatted(way));
    }

    Path folder() {
        return folder;
    }

    Path database() {
        return folder.resolve("shop.duckdb");
    }

    Shop file(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Shop without(String path) {
        try {
            Files.delete(folder.resolve(path));
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Further lines of the project file. */
    Shop project(String lines) {
        return file("assay_project.yml", "name: shop\nversion: '1'\nprofile: shop\n" + lines);
    }

    Shop model(String name, String sql) {
        return file("models/" + name + ".sql", sql + "\n");
    }

    /** The models' YAML, from {@code models:} on. */
    Shop yaml(String text) {
        return file("models/models.yml", "version: 2\n" + text);
    }

    Said assay(String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit = Main.run(
                List.of(args),
                environment,
                folder,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Said(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The rows of a query, cells joined by a bar. */
    List<String> rows(String sql) {
        try (var connection = reading();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var lines = new ArrayList<String>();
            while (rows.next()) {
                var cells = new ArrayList<String>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    cells.add(String.valueOf(rows.getObject(i)));
                }
                lines.add(String.join("|", cells));
            }
            return lines;
        } catch (SQLException refused) {
            throw new IllegalStateException(sql, refused);
        }
    }

    /** As the program itself opens the file, for one process cannot have it open in two ways. */
    private Connection reading() throws SQLException {
        var properties = new Properties();
        if (Files.exists(database()) && way.equals("file")) {
            properties.setProperty("access_mode", "READ_ONLY");
        }
        return DriverManager.getConnection("jdbc:duckdb:" + database(), properties);
    }

    String one(String sql) {
        return String.join("\n", rows(sql));
    }

    void execute(String... statements) {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:" + database());
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(String.join(";", statements), refused);
        }
    }

    /** All relations of the data schema, with their kinds. */
    List<String> relations() {
        return rows("select table_name || ' ' || case table_type when 'VIEW' then 'view' else 'table' end"
                + " from information_schema.tables where table_schema = 'dev' order by 1");
    }

    /** What is under our names. */
    List<String> leftovers() {
        return relations().stream().filter(name -> name.contains("__assay_")).toList();
    }

    /** What the registry says of a node's newest row: state, proof and generation. */
    String registered(String node) {
        return one("select state || ' ' || proof_state || coalesce(' ' || generation, '') from dev_quality.publications"
                + " where node_id like '%." + node + "' order by ts desc, generation desc nulls first limit 1");
    }
}
