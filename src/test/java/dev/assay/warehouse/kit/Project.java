package dev.assay.warehouse.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.Main;
import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A user's project on a ground: written, built, looked at. */
record Project(Ground ground, Path folder, String schema) {

    static final String TABLE = "[@config materialized=\"table\" /] ";
    private static final String BASICS = "name: kit\nversion: '1'\nprofile: kit\n";

    /** What a command said when it ended. */
    record Said(int exit, String out, String err) {

        Said ends(int code) {
            assertEquals(code, exit, this::toString);
            return this;
        }
    }

    static Project begin(Ground ground, Path folder, String schema) {
        return new Project(ground, folder, schema)
                .file("assay_project.yml", BASICS)
                .file(
                        "profiles.yml",
                        "kit:\n  target: dev\n  outputs:\n    dev: "
                                + ground.output("schema: " + schema + ", threads: 2") + "\n");
    }

    Project file(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String read(String path) {
        try {
            return Files.readString(folder.resolve(path));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Project model(String name, String sql) {
        return file("models/" + name + ".sql", sql + "\n");
    }

    Project yaml(String text) {
        return file("models/models.yml", "version: 2\n" + text);
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

    /** Whatever readers see of a relation. */
    Rows rows(String relation) {
        try (Warehouse warehouse = ground.connect();
                Session session = warehouse.open()) {
            return session.query(Statement.of("look", "select * from " + print(warehouse, relation)));
        }
    }

    long number(String relation) {
        return rows(relation).number();
    }

    String print(Warehouse warehouse, String relation) {
        return warehouse.dialect().print(RelationName.of(schema, relation));
    }

    /** Somebody else at work: {@code {orders}} stands for a relation. */
    void stranger(String sql) {
        try (Warehouse warehouse = ground.connect();
                Session session = warehouse.open()) {
            String printed = java.util.regex.Pattern.compile("\\{([^}]+)}")
                    .matcher(sql)
                    .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(print(warehouse, found.group(1))));
            session.execute(Statement.of("disturb", printed));
        }
    }

    /** Everything that stands in the data schema. */
    Existing existing() {
        try (Warehouse warehouse = ground.connect();
                Session session = warehouse.open()) {
            return warehouse.existing(session, List.of(schema));
        }
    }

    /** What is left under the engine's own names. */
    List<RelationName> leftovers() {
        try (Warehouse warehouse = ground.connect();
                Session session = warehouse.open()) {
            var candidates = warehouse.candidate(RelationName.of(schema, "x")).schema();
            return warehouse
                    .existing(session, new java.util.TreeSet<>(List.of(schema, candidates)))
                    .relations()
                    .keySet()
                    .stream()
                    .filter(warehouse::isOurs)
                    .toList();
        }
    }

    void remove() {
        try (Warehouse warehouse = ground.connect();
                Session session = warehouse.open()) {
            var ours = new java.util.TreeSet<>(List.of(schema, schema + "_quality"));
            ours.add(warehouse.candidate(RelationName.of(schema, "x")).schema());
            warehouse
                    .existing(session, ours)
                    .schemas()
                    .forEach(name -> session.execute(Statement.of(
                            "tidy up", "drop schema " + warehouse.dialect().quote(name) + " cascade")));
        }
    }
}
