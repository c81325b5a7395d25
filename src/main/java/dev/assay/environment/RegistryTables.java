package dev.assay.environment;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.Literal;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Wording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which version the registry's tables have, and how missing or old ones become those that this assay needs.
 *
 * <p>Some warehouses commit each definition by itself, so every step can be repeated, and the version is written last.
 */
final class RegistryTables {

    /** Raise it with every change of a table, and say where the tables are made what an old one lacks. */
    static final long VERSION = 1;

    private final Wording wording;
    private final RegistryPlace place;

    RegistryTables(Wording wording, RegistryPlace place) {
        this.wording = wording;
        this.place = place;
    }

    /** @throws ProblemsFound where a newer assay has changed the tables */
    RegistryState read(Session session, Existing existing, String environment) {
        var parts = new ArrayList<Map<String, Object>>();
        if (existing.contains(place.environments()) && existing.contains(place.sharedVersion())) {
            parts.add(part(place.shared(), place.sharedVersion(), place.environments(), "epoch", "name"));
        }
        if (existing.contains(place.publications()) && existing.contains(place.qualityVersion())) {
            parts.add(part(place.quality(), place.qualityVersion(), place.publications(), "generation", "environment"));
        }
        if (parts.isEmpty()) {
            return RegistryState.NOTHING;
        }
        Rows rows =
                session.query(wording.statement("read the registry's version", "read_registry", Map.of("parts", parts))
                        .with(Collections.nCopies(parts.size(), environment)));
        var versions = new HashMap<String, Long>();
        var latest = new HashMap<String, Long>();
        for (List<Object> row : rows.rows()) {
            String number = row.get(1).toString();
            versions.put(number, version(row));
            latest.put(number, ((Number) row.get(4)).longValue());
        }
        return new RegistryState(
                versions.getOrDefault("epoch", RegistryState.UNVERSIONED),
                versions.getOrDefault("generation", RegistryState.UNVERSIONED),
                latest.getOrDefault("epoch", 0L),
                latest.getOrDefault("generation", 0L));
    }

    private static Map<String, Object> part(
            String schema, RelationName versions, RelationName relation, String number, String environment) {
        return Map.of(
                "schema",
                new Literal(schema),
                "purpose",
                new Literal(number),
                "versions",
                versions,
                "relation",
                relation,
                "number",
                new Identifier(number),
                "environment",
                new Identifier(environment));
    }

    private static long version(List<Object> row) {
        long version = ((Number) row.get(2)).longValue();
        if (version > VERSION) {
            throw new ProblemsFound(Diagnostic.error(
                            Code.NEWER_REGISTRY, "a newer assay has upgraded the registry in `" + row.get(0) + "`")
                    .note("its tables have version " + version + ", and this assay knows versions up to " + VERSION)
                    .help("install assay " + row.get(3) + " or newer"));
        }
        return version;
    }

    /** What belongs to the whole database. */
    void makeShared(Session session, Existing existing, RegistryState found, String assay) {
        if (found.sharedVersion() == VERSION) {
            return;
        }
        makeSchema(session, existing, place.shared());
        session.execute(say("make the registry of environments", "create_environments", place.environments()));
        session.execute(say(
                "make the registry of environments' schemas",
                "create_environment_schemas",
                place.environmentSchemas()));
        if (existing.contains(place.environments())) {
            addColumns(session, place.environments(), List.of("epoch bigint"));
            new UnversionedEnvironments(wording, place, schemas()).upgrade(session);
            dropColumn(session, place.environments(), UnversionedEnvironments.LIST);
        }
        addKey(session, place.environments(), "name");
        addKey(session, place.environmentSchemas(), "environment", "schema_name");
        writeVersion(session, place.sharedVersion(), assay);
    }

    /** What belongs to the environments that keep their publications in one schema. */
    void makeQuality(
            Session session, Existing existing, RegistryState found, UnversionedPublications old, String assay) {
        if (found.qualityVersion() == VERSION) {
            return;
        }
        session.execute(say("make the registry of publications", "create_publications", place.publications()));
        if (existing.contains(place.publications())) {
            addColumns(session, place.publications(), UnversionedPublications.NEW_COLUMNS);
            old.upgrade(session);
        }
        session.execute(say("make the registry of texts", "create_texts", place.texts()));
        session.execute(say("make the registry of notes", "create_notes", place.notes()));
        addKey(session, place.publications(), "environment", "node_id", "run_id");
        addKey(session, place.texts(), "digest");
        addKey(session, place.notes(), "environment", "node_id", "run_id", "kind", "name");
        writeVersion(session, place.qualityVersion(), assay);
    }

    EnvironmentSchemas schemas() {
        return new EnvironmentSchemas(wording, place.environmentSchemas());
    }

    Wording wording() {
        return wording;
    }

    private void dropColumn(Session session, RelationName relation, String column) {
        session.execute(wording.statement(
                "drop a column that is not used",
                "drop_registry_column",
                Map.of("relation", relation, "column", new Identifier(column))));
    }

    private void addColumns(Session session, RelationName relation, List<String> columns) {
        for (String column : columns) {
            String[] parts = column.split(" ", 2);
            session.execute(wording.statement(
                    "upgrade the registry",
                    "add_registry_column",
                    Map.of("relation", relation, "column", new Identifier(parts[0]), "type", parts[1])));
        }
    }

    /** Only where a key has a use: elsewhere it costs time at every write. */
    private void addKey(Session session, RelationName relation, String... columns) {
        if (wording.knows("add_registry_key")) {
            var names = new ArrayList<Identifier>();
            for (String column : columns) {
                names.add(new Identifier(column));
            }
            session.execute(wording.statement(
                    "give the registry its key",
                    "add_registry_key",
                    Map.of(
                            "relation", relation,
                            "index", relation.renamed(name -> name + "_pkey"),
                            "keys", names)));
        }
    }

    private void writeVersion(Session session, RelationName table, String assay) {
        session.execute(say("make the registry's version", "create_registry_version", table));
        addKey(session, table, "version");
        List<Object> row = List.of(VERSION, assay);
        if (session.execute(say("write the registry's version", "set_registry_version", table)
                        .with(row))
                == 0) {
            session.execute(say("write the registry's version", "insert_registry_version", table)
                    .with(row));
        }
    }

    void makeSchema(Session session, Existing existing, String schema) {
        if (!existing.schemas().contains(schema)) {
            new NewSchema(wording, schema).make(session);
        }
    }

    private Statement say(String purpose, String name, RelationName relation) {
        return wording.statement(purpose, name, Map.of("relation", relation));
    }
}
