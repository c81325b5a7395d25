package dev.assay.environment;

import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rows that say which schemas each environment uses. */
record EnvironmentSchemas(Wording wording, RelationName relation) {

    /** All rows of one environment, and every row about a schema of these names, in upper or lower case. */
    List<RegisteredSchema> read(Session session, String environment, Collection<String> names) {
        var values = new ArrayList<Object>(List.of(environment));
        values.addAll(names);
        return rows(session, read(names.size()).with(values));
    }

    List<RegisteredSchema> readAll(Session session) {
        return rows(session, read(0));
    }

    private Statement read(int count) {
        return many("read the schemas of environments", "read_environment_schemas", count);
    }

    private static List<RegisteredSchema> rows(Session session, Statement read) {
        return session.query(read).rows().stream()
                .map(row -> new RegisteredSchema(
                        row.get(0).toString(),
                        row.get(1).toString(),
                        SchemaPurpose.of(row.get(2).toString()),
                        row.get(3).toString().toLowerCase(Locale.ROOT).equals("true")))
                .toList();
    }

    void add(Session session, List<RegisteredSchema> schemas) {
        if (schemas.isEmpty()) {
            return;
        }
        var values = new ArrayList<Object>();
        schemas.forEach(schema -> values.addAll(
                List.of(schema.environment(), schema.name(), schema.purpose().word(), String.valueOf(schema.made()))));
        session.execute(many("register the schemas of the environment", "insert_environment_schemas", schemas.size())
                .with(values));
    }

    void notePurpose(Session session, RegisteredSchema schema, SchemaPurpose purpose) {
        session.execute(
                wording.statement("note what a schema is used for", "set_schema_purpose", Map.of("relation", relation))
                        .with(List.of(purpose.word(), schema.environment(), schema.name())));
    }

    /** Before anything was created in them. */
    void takeBack(Session session, String environment, List<RegisteredSchema> schemas) {
        if (schemas.isEmpty()) {
            return;
        }
        var values = new ArrayList<Object>(List.of(environment));
        schemas.forEach(schema -> values.add(schema.name()));
        session.execute(many("take back what was registered", "delete_environment_schemas", schemas.size())
                .with(values));
    }

    private Statement many(String purpose, String name, int count) {
        return wording.statement(purpose, name, Map.of("relation", relation, "count", count));
    }
}
