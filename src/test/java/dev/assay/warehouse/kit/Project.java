package dev.assay.warehouse.kit;

import dev.assay.UserProject;
import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import java.nio.file.Path;
import java.util.List;

/** A user's project on a ground: written, built, looked at. */
final class Project extends UserProject<Project> {

    private final Ground ground;
    private final String schema;

    private Project(Ground ground, Path folder, String schema) {
        super("kit", folder);
        this.ground = ground;
        this.schema = schema;
    }

    static Project begin(Ground ground, Path folder, String schema) {
        var project = new Project(ground, folder, schema).project("");
        return project.file(
                "profiles.yml",
                "kit:\n  target: dev\n  outputs:\n    dev: " + ground.output("schema: " + schema + ", threads: 2")
                        + "\n");
    }

    @Override
    protected Project self() {
        return this;
    }

    String schema() {
        return schema;
    }

    /** Whatever readers see of a relation. */
    Rows rows(String relation) {
        try (Warehouse warehouse = ground.connect();
                Session session = warehouse.open()) {
            return session.query(Statement.of("look", "select * from " + print(warehouse, relation)));
        }
    }

    /** What a reader is told who asks: {@code {orders}} stands for a relation. */
    Rows rows(String relation, String sql) {
        try (Warehouse warehouse = ground.connect();
                Session session = warehouse.open()) {
            return session.query(Statement.of("ask", sql.replace("{" + relation + "}", print(warehouse, relation))));
        }
    }

    long number(String relation) {
        return rows(relation).number();
    }

    String print(Warehouse warehouse, String relation) {
        int dot = relation.indexOf('.');
        return warehouse
                .dialect()
                .print(
                        dot < 0
                                ? RelationName.of(schema, relation)
                                : RelationName.of(relation.substring(0, dot), relation.substring(dot + 1)));
    }

    /** Somebody else at work: {@code {orders}} stands for a relation, {@code {schema.orders}} for one of another schema. */
    void stranger(String sql) {
        try (Warehouse warehouse = ground.connect();
                Session session = warehouse.open()) {
            String printed = java.util.regex.Pattern.compile("\\{([^}]+)}")
                    .matcher(sql)
                    .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(print(warehouse, found.group(1))));
            session.execute(Statement.of("disturb", printed));
        }
    }

    void createSchema(String name) {
        try (Warehouse warehouse = ground.connect();
                Session session = warehouse.open()) {
            session.execute(Statement.of(
                    "disturb", "create schema " + warehouse.dialect().quote(name)));
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
            var ours = new java.util.TreeSet<>(List.of(schema, schema + "_quality", schema + "_dbt_test__audit"));
            ours.add(warehouse.candidate(RelationName.of(schema, "x")).schema());
            warehouse
                    .existing(session, ours)
                    .schemas()
                    .forEach(name -> session.execute(Statement.of(
                            "tidy up", "drop schema " + warehouse.dialect().quote(name) + " cascade")));
        }
    }
}
