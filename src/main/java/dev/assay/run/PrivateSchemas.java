package dev.assay.run;

import dev.assay.manifest.Relational;
import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Where candidates are built and old relations go: no other role may look there. */
record PrivateSchemas(RunSetup setup, Session session) {

    /** Of those that this run has just made. */
    void closeNew() {
        if (!wording().knows("show_schema_grants")) {
            return;
        }
        Warehouse warehouse = setup.warehouse();
        setup.plan()
                .relations()
                .map(node -> ((Relational) setup.manifest().get(node.id())).relation())
                .flatMap(published -> Stream.of(warehouse.candidate(published), warehouse.retired(published)))
                .map(RelationName::schema)
                .filter(schema -> !setup.existing().schemas().contains(schema))
                .filter(schema -> !setup.schemas().contains(schema))
                .distinct()
                .forEach(this::withdrawGrants);
    }

    /** A grant on future schemas of the database has let others in. */
    private void withdrawGrants(String schema) {
        Rows grants = session.query(wording()
                .statement(
                        "see who may use the schema " + schema,
                        "show_schema_grants",
                        Map.of("schema", new Identifier(schema))));
        List<String> columns = grants.columns().stream().map(Rows.Column::name).toList();
        session.executeAll(grants.rows().stream()
                .filter(row -> !row.get(columns.indexOf("privilege")).equals("OWNERSHIP"))
                .map(row -> wording()
                        .statement(
                                "keep others out of the schema " + schema,
                                "withdraw_schema_grant",
                                Map.of(
                                        "schema",
                                        new Identifier(schema),
                                        "privilege",
                                        row.get(columns.indexOf("privilege")).toString(),
                                        "grantee_kind",
                                        kind(row.get(columns.indexOf("granted_to"))
                                                .toString()),
                                        "grantee_parts",
                                        List.of(row.get(columns.indexOf("grantee_name"))
                                                .toString()))))
                .toList());
    }

    private static String kind(String grantedTo) {
        return grantedTo.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private Wording wording() {
        return setup.warehouse().wording();
    }
}
